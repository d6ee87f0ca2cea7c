import type { Sample } from './labelled.ts';

/** How two tokens begin; their rest stands apart, so that nobody takes an invented one for one that somebody lost. */
const AWS = 'AKIA';
const GOOGLE = 'ya29';

/** What a JWT begins with. */
const HEADER = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9';
const HEADER_RS = 'eyJhbGciOiJSUzI1NiIsImtpZCI6ImstMjAzMSIsInR5cCI6IkpXVCJ9';

export const APART_JWTS: readonly Sample[] = [
  [
    'request-header Authorization',
    `Bearer ⟦${HEADER}.eyJzdWIiOiI0ODI3MyIsImV4cCI6MTkyNDk5MjAwMH0.aVfV51cu60yX5dW3y-3kcpsAA5N7MJEYj55-Qot6FiH⟧`,
    'jwt',
  ],
  [
    'request-header Cookie',
    `lang=de; auth=⟦${HEADER}.eyJ1aWQiOjcsInJvbGUiOiJhZG1pbiJ9.gzg-zxgSxO5BD0N-6rbc1DmkA9YXr6KUYv6jM3FO8Fp⟧; theme=dark`,
    'jwt',
  ],
  [
    'response-header Set-Cookie',
    `id=⟦${HEADER_RS}.eyJzdWIiOiJ1XzE5In0.H9J2rUpEMgBf-5zBB0OvvUBhWdjiDapx20mLtCRyszGr1SVOBlmN1lgeZRJVnHSmnvArHmJhZaAiDg3f3DrwmD_xbnzRfhLD18BOOjSKGgZm4PRe2kZN78JD6HXigkYeowfRQuZ-RM5ljmBQmAGZvXfS5nOE3rixF-bOGLczyfc7KXmb4j4kR2mYzVsaNqNlV-kNvNGIJnsR9gkZUG9AYYsKyqklrY5JeMTSVtkZWHpRvWeu50oppcbJs_J3POjvX_nJHNlGzKOGVhLDpaNYWbDacamivVZIOiWoi47ccaxpIoKp1gEEqSCG_5SGef1HL7hhbp-MCLhLqi9W08Rf2s⟧; Path=/; HttpOnly`,
    'jwt',
  ],
  [
    'response-body',
    `{"id_token":"⟦${HEADER_RS}.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUiLCJzdWIiOiI5In0.BqrRstlEemmGJ63fnyG4Jd8EfEx29WJuJv7yxR_w9RDApPkvSopoM2nMKBgrlcl4OpqjqsoDuOHMuMMWuBrA3bBUiY-1mRQfPXNBQFDTKjXhxJU9p-vQxnlOb7Jyneaq0ptOEokGBH68AFoJQxytHwdgDJkRMADDKIJSTGprfxHgvSweWx89HGIz_Mx1ssX_FtS1qp3gpSyzGxO-20GKp3lC4RAq4eNro5mLurZvTHIaufaEYaSGsVEZILXJz-TgIEA1Yj7KFNjCqW8r4hia8nIY5vItb1hvqipjmreXr-swFtgb6_K-HsiUOfYnPSSOVIsKgRmShkaXgS5xrjWIW5⟧"}`,
    'jwt',
  ],
  [
    'address',
    `https://app.example/magic#⟦${HEADER}.eyJsb2dpbiI6ImsifQ.eDtUlGfkazYNXqK0UOqvnrIMBBlyi2QWjjlDCe1iyYF⟧`,
    'jwt',
  ],
  [
    'network-address',
    `wss://live.example/socket?jwt=⟦${HEADER}.eyJyb29tIjo0MX0.TAjqo_tsZu7H7J-Fu2jEOSeIaBy6XEekE_A479OyB4r⟧`,
    'jwt',
  ],
  [
    'console',
    `refreshed ⟦${HEADER}.eyJzdWIiOiJrIiwiaWF0IjoxODkzNDU2MDAwfQ.fQw5n_s3QKOybrX-er-h0tMT-0pp2nb5Lqqd0ZZUrk8⟧`,
    'jwt',
  ],
  [
    'attribute data-session',
    `⟦${HEADER}.eyJzaWQiOiJhNyJ9.7YQVz9VWH5v7uEShU7tcTxJxfj2ZLJIKUhFHu1LvANj⟧`,
    'jwt',
  ],
  [
    'attribute class',
    `page session-⟦${HEADER}.eyJzaWQiOiJiMiJ9.Oa_19CWg6C12tnZ_Gy1faXYc5vorxnMWDRlmXbsMpp2⟧ wide`,
    'jwt',
  ],
  ['input jwt', `⟦${HEADER}.eyJzY29wZSI6ImFsbCJ9.y5bWOvnZ6IiNA8TveZP8JY-OwR6XfxIcRNz2L-s9sAv⟧`, 'jwt'],
  [
    'html',
    `<pre>⟦${HEADER_RS}.eyJhdWQiOiJzaG9wIiwic3ViIjoiMzEifQ.aB1z8H9dAVsr9kxZxlFIw4Z5fpFTERQ1VUwRMSvPrxZaUEdIOsaz4Ihnw1H45F3pV8s9bySpnI50rmRHEQKArc⟧</pre>`,
    'jwt',
  ],
  [
    'custom',
    `{"detail":{"jwt":"⟦${HEADER}.eyJ0IjoxfQ.cJcjWB9ct0TTQ5Qrbd5yBxGJZSGZHa18gb7Ui1qPWCs⟧"}}`,
    'jwt',
  ],
  [
    'style',
    `.a{background:url(https://img.example/p.png?t=⟦${HEADER}.eyJpbWciOjR9.HO_oloiMPLdI4bhZx-Z_mbXLOFtf9mvV0lxEkdBS1Ur⟧)}`,
    'jwt',
  ],
];

/** Session ids, bearer and other tokens, signed addresses; of `Basic` credentials the password must be found. */
export const APART_TOKENS: readonly Sample[] = [
  ['request-header Authorization', 'Bearer ⟦uEhicZ1lGswIsCc3EheXJz9jXYWcFhkWPxdtMI1d⟧', 'token'],
  [
    'request-header authorization',
    'bearer ⟦7170a9d8cd0027771c3ee02a700b5d27e8563baccd14c5f48377335c91607d8e⟧',
    'token',
  ],
  [
    'request-header Authorization',
    `Bearer ⟦${GOOGLE}.a0FJiBmP-TE2Qc46kS9kOyD9DUKhwnCbdvMtGVzXaw-T1AcprcgwIST0BUucAJFTUzA-U5j2JuvUjwCh-wC7Y5aEBnbuQFQSjPPqO5qybzNUFJCTZiZODIGnI3⟧`,
    'token',
  ],
  ['request-header Authorization', 'Basic bGllZmVyYW50OlN0aWVnbGl0ei04Mg==', 'token', 'Stieglitz-82'],
  ['request-header authorization', 'Basic YXBpOng5LVJvdGtlaGxjaGVu', 'token', 'x9-Rotkehlchen'],
  ['console', 'fetch headers: {"Authorization":"Basic b3BzOkdvbGQtYW1tZXI1NQ=="}', 'token', 'Gold-ammer55'],
  ['request-header X-Auth-Token', '⟦RDBfk2ol25vYLwM5X6rBA11z6IlQRcVx⟧', 'token'],
  ['request-header X-Session-Id', '⟦4e687f99c50cb857f15d4f11e88e1bd15a9cdd29⟧', 'token'],
  ['request-header X-CSRF-Token', '⟦0S4LfQYGP2QSsabyLf+3++/tk4kF3HrDHMcNeE1ML/9=⟧', 'token'],
  ['request-header Cookie', 'lang=fr; PHPSESSID=⟦0u0z336sudtgihn4zpnhaomkh4⟧', 'token'],
  ['request-header Cookie', 'JSESSIONID=⟦370BF87114545597609276F564D247A9⟧; cookieconsent=yes', 'token'],
  ['request-header Cookie', 'sessionid=⟦stw727g5f5rsyrelkm3fb5rmr04ugs32⟧', 'token'],
  ['request-header cookie', 'theme=dark; session=⟦dWlkPTQ4MjF8OWYzS3E3WnQyTG1YOHZCZA==⟧', 'token'],
  ['request-header Cookie', 'ASP.NET_SessionId=⟦udzt9ynnm7x89vvij6cs0cvj⟧', 'token'],
  [
    'response-header Set-Cookie',
    'connect.sid=s%3A⟦3YeNIJBkwP3eEy3Q7t9pBgZYIAcQOLCn.Sfeu2cJnqTIPQRn0pUktV7wQHLqbExSzmJ8Wx7fozjX⟧; Path=/; HttpOnly',
    'token',
  ],
  [
    'response-header set-cookie',
    'refresh_token=⟦O7eXL4sObq_fRq8n08cOPst3H2GER9k3T42hrExv6A0WcVZPnBIVTIDvX8MvYYch⟧; Secure; SameSite=Lax',
    'token',
  ],
  [
    'response-body',
    '{"access_token":"⟦NguPL_9ovBVE5bFEJxGN2U-iVgnDo09wgKMUbEr2jNJR-RA5⟧","expires_in":3600}',
    'token',
  ],
  [
    'response-body',
    '{"token_type":"bearer","refresh_token":"⟦1//0w6z9ai81tELQuqDU4jgGCVY-ceFIEuWYttY6WzAcM6PreGttaNuMu0oWDrFm⟧"}',
    'token',
  ],
  [
    'response-body',
    '{"data":{"login":{"sessionToken":"⟦dbcc319f196de9866ee2aa1ee3b7d28b76697f72d0cd2895⟧"}}}',
    'token',
  ],
  ['request-body', '{"resetToken":"⟦prvaC8YuU0ZYNNukEylA8pAUG6a8KpbK⟧"}', 'token'],
  [
    'request-body',
    'authenticity_token=⟦mm06CBDtOMrnNYg_QXweg30-kwvCJf7javyVizT87n-cpAkbnboSVRk7t6dpY8pfYLhweBAOIgjdADEuQrt2Ks⟧&commit=Save',
    'token',
  ],
  [
    'request-body',
    'grant_type=refresh_token&refresh_token=⟦ZcTBpHBdVq8V3ac77lQQIDrqQzfFgYkJwymzEbDbNVsLT1w0⟧',
    'token',
  ],
  [
    'input authenticity_token',
    '⟦MStkf3xNnsrzCH4e5-eKV1-AZzVxJwYZNPvIBNH7vlNh6bquL75mkODUvuBdnVznY6AwvSttRlpLbmNRViGd5s⟧',
    'token',
  ],
  [
    'input __RequestVerificationToken',
    '⟦CfDJ8b1CivMjugwQQlNwykW4XqlGp6fVb-zvShog51e62ZLO2rubX7aMTs06UKEjTLcnp7aD895inWnjn07xm8XUSkel-Ys5PtN0Dj7bnOC_izJrlYKUihbmkBeLwBxMsFi_LDY⟧',
    'token',
  ],
  ['attribute content', '⟦p-c6LbjIQukBAttvHIO4YSnGEn_IgdDzzUhzDcttmCe⟧', 'token'],
  ['attribute data-token', '⟦b6ccc3c3d4415a235e89352e4934eae0⟧', 'token'],
  ['attribute data-access-token', '⟦6kN2CxOm5Sc061osg5Zm3GVO7wng8TBq46ZQ⟧', 'token'],
  ['attribute class', 'row auth-token-⟦870084b0e76ec6da45d44f9bcbb868fae19f1656⟧ open', 'token'],
  ['attribute class', 'widget access_token_⟦6hBYU16vrUNq1nBF5GFAoQbw3og4vrRm⟧', 'token'],
  ['attribute href', 'https://app.example/reset?token=⟦c2620f24ff988a993e849df6ae6ee5e673c6d73c⟧', 'token'],
  ['attribute href', '/files/9/download?access_token=⟦eoopCDOSVRbQ4ksjFYAtjgi_7RRh-x7Ip613sGrJvil⟧', 'token'],
  ['attribute src', 'https://media.example/v/4.mp4?auth_token=⟦9Uqn77HgiPhGlMBEGfzypvh0mgfb⟧', 'token'],
  ['address', 'https://app.example/password/reset?reset_token=⟦G_HXR0rN7IHy9OKvKzHiZnYtB0O8F7gF⟧', 'token'],
  [
    'address',
    'https://app.example/cb#access_token=⟦KAyBRvJQceStJhtGQ14eWwW7nozAx0ePpRBlOI1K⟧&token_type=bearer',
    'token',
  ],
  [
    'address',
    'https://app.example/oauth/callback?code=⟦4/0AgYtpC0Gcf2zi1PFuBn25fB1_KvqhqJkTHGVrnd_iB8gy5OR7mbI-lcmQMp0DTBmETGJBtV⟧&scope=email',
    'token',
  ],
  ['address', 'https://bank.example/start.do;jsessionid=⟦B3AB7C0BE4B3BE5D481ECAB8C061DB5E⟧?page=1', 'token'],
  ['pageview', 'https://app.example/invite?invite_token=⟦MLhB3LfmAeOu0TOG2SmV6lOA⟧', 'token'],
  [
    'network-address',
    `https://files.s3.amazonaws.com/a.pdf?X-Amz-Credential=⟦${AWS}XOOK4ICN7BMYFCOL⟧%2F20310412%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Expires=900&X-Amz-Signature=⟦ee472255de574ff1f70f7a7642edfc55110b994c57bf2fc094094ff92098f860⟧`,
    'token',
  ],
  [
    'network-address',
    'https://shop.blob.core.windows.net/img/4.png?sv=2024-11-04&sr=b&sp=r&sig=⟦r2e6M63sWV6lNuatdkMthKlEuGp0chQturfb5vKYK8⟧%3D',
    'token',
  ],
  [
    'network-address',
    'https://storage.googleapis.com/b/o.csv?X-Goog-Expires=300&X-Goog-Signature=⟦e239133dc415247218929cd772f6e6d521458012ecefd9736a8e2de018297710f6e6a799427bad63ebc6cc3dde18678300a1e2429f04fdc58459886e47944515⟧',
    'token',
  ],
  [
    'network-address',
    'https://cdn.example/seg-1.ts?Policy=none&Signature=⟦w0ynlWOw6dzEeyALeB8T14lCgUQWm5u7PeW5y2jXZD3hbMzpKsArSG0rrMklQ5XPFUWb2LuHyNMTnDwoImS2hW⟧&Key-Pair-Id=K2',
    'token',
  ],
  ['network-address', 'wss://rt.example/ws?session_token=⟦jBP2GjUCOE7iTwzRlHA02HIzF1k2GaRF⟧', 'token'],
  ['console', 'localStorage {"authToken":"⟦EWlxUO5CnFtgt0URfPLLk_5FhA9RYBPJKsarm9ea⟧"}', 'token'],
  ['console', 'GET /me Authorization: Bearer ⟦id6vy15v0sljEgeAZ7JG3wGSSblAtu20bDed⟧', 'token'],
  [
    'trace',
    'at x (https://app.example/main.js?access_token=⟦3d858bcfaa06865aa27e5a91c61991d0271bf478⟧:1:20)',
    'token',
  ],
  ['custom', '{"bridge":{"accessToken":"⟦GaeXNtiR9j4dCicrntLwfAsXBavwf2Ruz8zU4LNjKx8cgQ0w⟧"}}', 'token'],
  [
    'style',
    '@font-face{src:url("https://fonts.example/a.woff2?token=⟦64dad982df527a75dac52bdd36199a47⟧")}',
    'token',
  ],
  ['html', '<p>Personal access token: <code>⟦qE8BEj1uFuQQPYg4Uv3tWPu3aandc0LkzydiE49K⟧</code></p>', 'token'],
  ['canvas', 'https://app.example/join?token=⟦uviuzDSYkJAVDlwJx8181AXN⟧', 'token'],
];
