import './replay.css';
import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata = { title: 'Next', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="de">
      <body>
        {children}
        <Link href="/">Away</Link>
        <Link href="/component">Back</Link>
      </body>
    </html>
  );
}
