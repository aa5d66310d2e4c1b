// SPDX-License-Identifier: Apache-2.0

/// What a real system was seen to do where systems differ. Each behavior lists the choices it can take.
package enum Choice: String, Sendable, Hashable, CaseIterable, Codable {
    /// Accept it.
    case pass
    /// Answer with an error.
    case refuse
    /// Ignore it.
    case ignore
    /// Treat it as an address that the token is bound to.
    case address
    /// The path without `rest`.
    case legacy
    /// The path with `rest`.
    case rest
    /// Issue a token, even if it is worthless.
    case issue
    /// Only for the exchange of a portal token for a server token.
    case exchange
    /// `text/plain`
    case text
    /// `application/json`
    case json
    /// The code 200.
    case code200 = "200"
    /// The code 400.
    case code400 = "400"
    /// The code 403.
    case code403 = "403"
    /// The code 404.
    case code404 = "404"
    /// The code 414.
    case code414 = "414"
    /// The code 498.
    case code498 = "498"
    /// The code 500.
    case code500 = "500"
    /// Show what the caller may see and hide the rest.
    case hide
    /// Include it.
    case show
    /// Omit it.
    case omit
    /// Redirect the client.
    case redirect
    /// One line that ends in a semicolon.
    case semicolon
    /// A line break without a semicolon.
    case lineBreak = "line-break"
    /// Ask for a name and a password.
    case credentials
    /// Ask for a token.
    case token
    /// The text of an ArcGIS Server.
    case server
    /// The text of servers before 10.1.
    case unauthorized
    /// The text of scene layers and of `portaladmin`, with two sentences of advice.
    case long
    /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
    case hosted
    /// As `hosted`, with `SB_0005`: seen in 2020, and of an organization whose subscription had expired.
    case subscription
    /// The text of ArcGIS Online's basemaps, without details.
    case basemap
    /// Ask for a token.
    case require
    /// After more than five failures in a minute, for a minute.
    case oneMinute = "1-minute"
    /// After five failures in fifteen minutes, for fifteen minutes.
    case fifteenMinutes = "15-minutes"
    /// Never.
    case never
    /// The database's own code.
    case hresult
    /// A code from a list.
    case numbered
    /// Undo all edits.
    case rollBack = "roll-back"
    /// Keep the other edits.
    case keep
    /// Insert the default value.
    case fill
    /// On every full page, whether more rows follow or not.
    case full
    /// At the top level.
    case top
    /// Under `properties`.
    case properties
    /// JSON's null.
    case null
    /// An empty array.
    case list
    /// The string `NaN`.
    case nan
    /// A Boolean, `true` or `false`.
    case boolean
    /// The string `"true"` or `"false"`.
    case string
    /// Everything; for numbers, without a decimal point.
    case whole
    /// As a double: `6.4579816E7`.
    case double
    /// As named in the request.
    case given
    /// As named by the database.
    case sql
    /// Those of the object ids.
    case ids
    /// Those of the row numbers, counted from 1.
    case numbers
    /// As the source has them.
    case sources = "source"
    /// Another order each time, drawn from the seed.
    case shuffled
    /// Once.
    case once
    /// Twice.
    case twice
    /// A bare minimum of keys.
    case bare
    /// `Failed to execute query.`
    case failed
    /// `Unable to complete operation.`
    case unable
    /// `Unable to complete  operation.`, with two spaces.
    case unableTwoBlanks = "two-blanks"
}
