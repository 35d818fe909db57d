/** In place of express in the Worker: Bolt names it for a receiver of its own that we do not use. */
function express() {
  throw new Error('express is not part of the Worker');
}
express.Router = express;
express.default = express;
module.exports = express;
