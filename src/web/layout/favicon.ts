/** The favicon: a sheet of print with one line set in red. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M5 3h22v26H5z" fill="#fbf9f4" stroke="#1c1a17" stroke-width="2"/><path d="M9 9h14v3H9z" fill="#a3231f"/><path d="M9 15h14v2H9zm0 4h14v2H9zm0 4h9v2H9z" fill="#1c1a17"/></svg>`;
