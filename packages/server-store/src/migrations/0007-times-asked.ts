/** How often each was rung for one person: nobody is rung over and over (G6). */
export const timesAsked = /* sql */ `
alter table asked add column times integer not null default 1;
`
