// SPDX-License-Identifier: Apache-2.0

/// What a real system was seen to do where systems differ; which words a behavior can take stands with it.
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
    /// Only where a portal's token is given for a server's.
    case exchange
    /// `text/plain`
    case text
    /// `application/json`
    case json
    /// The number 200.
    case code200 = "200"
    /// The number 400.
    case code400 = "400"
    /// The number 403.
    case code403 = "403"
    /// The number 404.
    case code404 = "404"
    /// The number 414.
    case code414 = "414"
    /// The number 498.
    case code498 = "498"
    /// The number 500.
    case code500 = "500"
    /// Show what the caller may see, hide the rest.
    case hide
    /// Write it.
    case show
    /// Leave it out.
    case omit
    /// Send the client elsewhere.
    case redirect
    /// One line that ends in a semicolon.
    case semicolon
    /// A line break, and no semicolon.
    case lineBreak = "line-break"
    /// A name and a password are asked for.
    case credentials
    /// A token is asked for.
    case token
    /// The words of an ArcGIS Server.
    case server
    /// The words of servers before 10.1.
    case unauthorized
    /// The words of scene layers, and of `portaladmin`: with two sentences of advice.
    case long
    /// The words of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
    case hosted
    /// As `hosted`, with `SB_0005`: seen in 2020, and of an organization whose subscription is over.
    case subscription
    /// The words of ArcGIS Online's basemaps: no details.
    case basemap
    /// Ask for a token.
    case require
    /// After more than five failures in a minute, for a minute.
    case oneMinute = "1-minute"
    /// After five failures in fifteen minutes, for fifteen minutes.
    case fifteenMinutes = "15-minutes"
    /// Not at all.
    case never
    /// The database's own number.
    case hresult
    /// A number of a list.
    case numbered
    /// Take all back.
    case rollBack = "roll-back"
    /// Leave what was done.
    case keep
    /// Put the default there.
    case fill
    /// On every page that is full, whether more follow or not.
    case full
    /// At the top.
    case top
    /// Under `properties`.
    case properties
    /// JSON's null.
    case null
    /// A list without elements.
    case list
    /// The string `NaN`.
    case nan
    /// `true` or `false`.
    case boolean
    /// The same in quotation marks.
    case string
    /// All of it; of numbers: without a point.
    case whole
    /// As a double: `6.4579816E7`.
    case double
    /// As the request names it.
    case given
    /// As the database names it.
    case sql
    /// Of the object ids.
    case ids
    /// Of the numbers of the rows, counted from 1.
    case numbers
    /// Once.
    case once
    /// Twice.
    case twice
    /// Little more than nothing.
    case bare
    /// `Failed to execute query.`
    case failed
    /// `Unable to complete operation.`
    case unable
    /// `Unable to complete  operation.`, with two blanks.
    case unableTwoBlanks = "two-blanks"
}
