/// Where everything answers, once the ports are known. URLs have no last slash.
package struct Sites: Sendable {
    package struct Site: Sendable {
        package var name: String
        /// Over HTTPS where it speaks that, else over HTTP.
        package var url: String
        package var plainURL: String
    }

    package var http = ""
    package var https = ""
    package var portals: [Site] = []
    package var servers: [Site] = []
    /// The ports of the shared listener; 0 is none.
    package var httpPort: UInt16 = 0
    package var httpsPort: UInt16 = 0
}
