// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A change made to a response on its way out, or to the moment it is sent, to simulate a fault.
package enum Effect: Sendable {
    /// Closes the connection after this response and says so with `Connection: close`.
    case close
    /// Sends nothing until the wait is over.
    case hold(Hold)
    /// Goes on after the head, without a length, until the connection ends.
    case feed(Feed)
    /// Has the body made piece by piece after the head, without a length.
    case pieces(Pieces)
    /// Misstates the content coding.
    case gzip(Misencoding)
    /// Changes the bytes, their rate, or what follows the last of them.
    case deliver(@Sendable (inout Delivery) -> Void)
}
