import { rmSync } from 'node:fs'

/**
 * Removes a folder that a program worked in. The processes of one that was ended abruptly may write there for a moment longer.
 * @param {string} folder
 */
export const removeFolder = folder => rmSync(folder, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 })
