export const frame = {
  sections: { tokens: 'Tokens', services: 'Services', settings: 'Settings' },
  environments: { development: 'Development', staging: 'Staging', production: 'Production' },
  frame: { search: 'Search', views: 'Views' },
} as const;
