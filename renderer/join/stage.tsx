import { useTranslation } from 'react-i18next';
import { SafeText, safeString } from '../ui/safe-text';
import type { Person, ShownTrack } from './room-snapshot';
import type { Session } from './session';
import { TrackPicture } from './track-picture';

const pictureOf = ({ tracks }: Person): ShownTrack | undefined =>
  tracks.find(({ kind, source, muted, subscribed }) => kind === 'video' && source === 'camera' && !muted && subscribed);

/** Everyone: with a picture as a tile, without one below the tiles. */
export function Stage({ session }: { session: Session }) {
  const { people } = session.shown.use();
  const seen = people.flatMap((person) => {
    const picture = pictureOf(person);
    return picture ? [{ person, picture }] : [];
  });
  const unseen = people.filter((person) => !pictureOf(person));
  return (
    <>
      <div className="seats">
        {seen.map(({ person, picture }) => (
          <Tile key={picture.sid} session={session} person={person} picture={picture} />
        ))}
      </div>
      {unseen.length > 0 && (
        <div className="seats small">
          {unseen.map((person) => (
            <Chip key={person.sid} person={person} />
          ))}
        </div>
      )}
    </>
  );
}

const useNameOf = () => {
  const { t } = useTranslation();
  return ({ name, identity, isLocal }: Person) => `${name || identity}${isLocal ? ` (${t('join.you')})` : ''}`;
};

function Tile({ session, person, picture }: { session: Session; person: Person; picture: ShownTrack }) {
  const nameOf = useNameOf();
  return (
    <figure className="tile" data-live={person.speaking || undefined} aria-label={safeString(nameOf(person))}>
      <TrackPicture session={session} person={person} picture={picture} />
      <figcaption className="plate low">
        <SafeText text={nameOf(person)} longest={60} />
      </figcaption>
    </figure>
  );
}

function Chip({ person }: { person: Person }) {
  const nameOf = useNameOf();
  return (
    <div className="seat" data-live={person.speaking || undefined}>
      <b>
        <SafeText text={nameOf(person)} longest={40} />
      </b>
    </div>
  );
}
