import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isShown } from '../../main/contract/form';
import { type Offered, RequestField } from './request-field';
import type { RequestFormState } from './use-request-form';

type Props = {
  state: RequestFormState;
  onSubmit: () => void;
  /** Secrets that the server has already: an empty field keeps them. */
  kept?: readonly string[];
  /** What is there already, for fields that offer it. */
  offered?: Offered;
  /** What stands below a field, by its path. */
  after?: Readonly<Record<string, ReactNode>>;
  children?: ReactNode;
};

/** A form as its description has it: fields by the protocol's names, hardly needed ones under "More". */
export function RequestForm({ state, onSubmit, kept = [], offered = {}, after = {}, children }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const shown = state.form.fields.filter((field) => isShown(state.form, field, state.values));
  const more = shown.filter((field) => field.more);
  const hasProblem = more.some(({ path }) => state.issues.some((issue) => issue.path === path));
  const isOpen = open || hasProblem;
  const fieldOf = (field: (typeof shown)[number]) => (
    <Fragment key={field.path}>
      <RequestField
        field={field}
        state={state}
        isKept={kept.includes(field.path)}
        offered={field.offers ? offered[field.offers] : undefined}
      />
      {after[field.path]}
    </Fragment>
  );
  return (
    <form
      id={state.id}
      ref={state.element}
      className="request-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {shown.filter((field) => !field.more).map(fieldOf)}
      {more.length > 0 && (
        <button type="button" className="wide more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <IconChevronRight size={14} aria-hidden />
          {t('media.form.more')}
        </button>
      )}
      {isOpen && more.map(fieldOf)}
      {children && <div className="wide">{children}</div>}
    </form>
  );
}
