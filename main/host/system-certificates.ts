import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { log } from '../log';

/**
 * Main then trusts whom the system trusts, as the page does. A private CA could not be named otherwise: the packaged console does not
 * read NODE_EXTRA_CA_CERTS, since the same fuse would let NODE_OPTIONS run anything in it.
 */
export function trustSystemCertificates(): void {
  try {
    setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
  } catch (error) {
    log.error('The certificates of the system cannot be used', error);
  }
}
