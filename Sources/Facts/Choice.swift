/// What a real system was seen to do where systems differ; which words a behaviour can take stands with it.
public enum Choice: String, Sendable, Hashable, CaseIterable {
    /// Let it through.
    case pass
    /// Answer with an error.
    case refuse
    /// Take no notice of it.
    case ignore
    /// Treat it as an address that the token is bound to.
    case address
    /// The path without `rest`.
    case legacy
    /// The path with `rest`.
    case rest
    /// Issue a token, whatever it is worth.
    case issue
    /// `text/plain`
    case text
    /// `application/json`
    case json
    /// The number 404.
    case code404 = "404"
    /// The number 500.
    case code500 = "500"
    /// Show what the caller may see, hide the rest.
    case hide
    /// Ask for a token.
    case require
    /// After more than five failures in a minute, for a minute.
    case oneMinute = "1-minute"
    /// After five failures in fifteen minutes, for fifteen minutes.
    case fifteenMinutes = "15-minutes"
    /// Not at all.
    case never
}
