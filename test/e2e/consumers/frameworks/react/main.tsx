import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Replay } from './replay';

createRoot(document.body).render(
  <StrictMode>
    <Replay src="/recording.json" />
  </StrictMode>,
);
