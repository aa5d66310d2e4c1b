/// Something done to a response on its way out, by stage; how a double misbehaves on purpose.
package enum Effect: Sendable, Hashable {
    /// Close the connection after this response, as `Connection: close` says.
    case close
}
