// SPDX-License-Identifier: Apache-2.0

import Formats

/// The words that say nothing about a site, for every site says them: redaction keeps these and nothing else.
enum Vocabulary {
    private static let names = Set(nameList.split { $0 == " " || $0 == "\n" }.map(String.init))
    private static let words = Set(wordList.split { $0 == " " || $0 == "\n" }.map(String.init))
        .union(names.map { $0.lowercased() })

    private static let phrases = Set(phraseList.split(separator: "\n").map(String.init))

    /// Returns whether a whole text is one of the product's own.
    static func has(phrase: String) -> Bool { phrases.contains(phrase) }
    /// Returns whether the product itself has that name, in that case.
    static func has(name: some StringProtocol) -> Bool { names.contains(String(name)) }
    /// Returns whether the product's messages have that word, in any case.
    static func has(word: some StringProtocol) -> Bool { words.contains(word.lowercased()) }

    /// The texts of a message: their words are kept, one by one.
    static let messages: Set<String> = [
        "message", "details", "messagecode", "error_description", "error", "messages", "type", "types", "typekeywords",
        "status", "jobstatus", "units", "drawingtool", "supportedqueryformats", "supportedimageformattypes",
        "capabilities",
    ]

    /// Names of parameters, members and cookies whose value is a secret.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return secretEndings.contains { name.hasSuffix($0) } || secretNames.contains(name)
    }

    private static let secretEndings = [
        "password", "passwd", "passphrase", "pwd", "token", "secret", "cookie", "sessionid", "session_id", "apikey",
        "api_key",
        "_auth", "credentials", "privatekey", "private_key", "signature", "verifier", "challenge",
    ]
    private static let secretNames: Set<String> = [
        "code", "state", "oauth_state", "samlresponse", "samlrequest", "relaystate", "assertion", "client_assertion",
        "nonce",
        "id_token_hint", "key", "sig", "pin", "otp", "totp", "answer", "securityanswer", "authorization", "pw", "pass",
        "csrf",
        "connectionstring", "sas", "passcode", "recoverycode",
    ]

    /// Names of parameters and members whose value names a person, a group or a thing of the site's.
    static func isPersonal(_ name: String) -> Bool { personal.contains(name.lowercased()) }

    private static let personal: Set<String> = [
        "username", "owner", "creator", "createdby", "modifiedby", "lastmodifiedby", "fullname", "firstname",
        "lastname",
        "email", "emails", "nameid", "editor", "login", "loginid", "admin", "admins", "members", "invitedby",
        "created_user",
        "last_edited_user", "idpusername", "author", "comments",
    ]

    /// Names of numbers that say nothing: sizes, limits, numbers of references.
    static func isCount(_ name: String) -> Bool { counts.contains(name.lowercased()) }

    private static let counts: Set<String> = [
        "expires", "expires_in", "expiration", "created", "modified", "lastlogin", "wkid", "latestwkid", "vcswkid",
        "latestvcswkid", "insr", "outsr", "sr", "bboxsr", "imagesr", "minscale", "maxscale", "scale", "resolution",
        "storagequota", "storageusage", "maxrecordcount", "maximageheight", "maximagewidth", "size", "width", "height",
        "dpi",
        "falsex", "falsey", "xyunits", "falsez", "zunits", "falsem", "munits", "xytolerance", "ztolerance",
        "mtolerance",
        "length", "objectid", "validitytime", "uploaded", "started", "lastmodified", "maxtokenexpirationminutes",
    ]

    /// Names of members and parameters that hold coordinates.
    static func isPlace(_ name: String) -> Bool { places.contains(name.lowercased()) }

    private static let places: Set<String> = [
        "x", "y", "z", "m", "xmin", "ymin", "xmax", "ymax", "rings", "paths", "points", "curverings", "curvepaths",
        "bbox",
        "coordinates", "extent", "fullextent", "initialextent", "geometry", "location", "mapextent", "zmin", "zmax",
        "mmin",
        "mmax", "origin", "geometries", "center", "searchextent", "point", "lat", "lon", "latitude", "longitude",
    ]

    /// Hosts that are the maker's, and those of the machine itself.
    static func isPublic(host: String) -> Bool {
        let host = host.lowercased()
        return ["localhost", "127.0.0.1", "::1", "pasted.example"].contains(host)
            || [
                "www.arcgis.com", "js.arcgis.com", "static.arcgis.com", "server.arcgisonline.com",
                "services.arcgisonline.com",
                "www.esri.com", "basemaps.arcgis.com", "cdn.arcgis.com", "doc.arcgis.com", "developers.arcgis.com",
            ].contains(host)
    }
}
