/** In place of what Bolt's other receivers need and the Worker never has: each name is a class that cannot be made. */
class Absent {
  constructor() {
    throw new Error('this is not part of the Worker');
  }
}
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : Absent) });
