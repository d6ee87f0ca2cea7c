import { Replay } from '../replay';

export default function Page() {
  return <Replay src="/recording.json" />;
}
