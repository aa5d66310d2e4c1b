// SPDX-License-Identifier: Apache-2.0

internal import CGSSAPI

/// The handles of GSSAPI for the acceptance of one token; they end with it.
@safe final class GSSAcceptance {
    private let gss: mp_gssapi
    private var credential: gss_cred_id_t?
    private var context: gss_ctx_id_t?
    private var client: gss_name_t?
    private var service: gss_name_t?
    private var reply = unsafe gss_buffer_desc()

    // The bits of a major status that are an error, and the one that asks for another leg (RFC 2744 section 3.9.1).
    private static let errors: OM_uint32 = 0xffff_0000
    private static let isContinued: OM_uint32 = 1
    // The kinds of status that `gss_display_status` tells apart.
    private static let majors: Int32 = 1
    private static let minors: Int32 = 2

    init(_ gss: mp_gssapi) { self.gss = gss }

    deinit {
        var minor: OM_uint32 = 0
        unsafe _ = gss.gss_release_buffer(&minor, &reply)
        if unsafe client != nil { unsafe _ = gss.gss_release_name(&minor, &client) }
        if unsafe service != nil { unsafe _ = gss.gss_release_name(&minor, &service) }
        if unsafe context != nil { unsafe _ = gss.gss_delete_sec_context(&minor, &context, nil) }
        if unsafe credential != nil { unsafe _ = gss.gss_release_cred(&minor, &credential) }
    }

    /// Takes the keys of a keytab, for Kerberos alone: nothing else is negotiated.
    func open(keytab: String, replays: String) throws(KerberosFailure) {
        var minor: OM_uint32 = 0
        var offered = unsafe [mp_gss_spnego().pointee, mp_gss_krb5().pointee]
        let major = unsafe offered.withUnsafeMutableBufferPointer { offered in
            var mechanisms = unsafe gss_OID_set_desc(count: offered.count, elements: offered.baseAddress)
            return unsafe "keytab".withCString { first in
                unsafe keytab.withCString { keytab in
                    unsafe "rcache".withCString { second in
                        unsafe replays.withCString { replays in
                            var store = unsafe [
                                gss_key_value_element_desc(key: first, value: keytab),
                                gss_key_value_element_desc(key: second, value: replays),
                            ]
                            return unsafe store.withUnsafeMutableBufferPointer { store in
                                var set = unsafe gss_key_value_set_desc(
                                    count: OM_uint32(store.count), elements: store.baseAddress)
                                return unsafe gss.gss_acquire_cred_from(
                                    &minor, nil, OM_uint32.max, &mechanisms, GSS_C_ACCEPT, &set, &credential, nil, nil)
                            }
                        }
                    }
                }
            }
        }
        guard major & Self.errors == 0 else { throw KerberosFailure(.unavailable, words(major, minor)) }
        var only = unsafe gss_OID_set_desc(count: 1, elements: mp_gss_krb5())
        let narrowed = unsafe gss.gss_set_neg_mechs(&minor, credential, &only)
        guard narrowed & Self.errors == 0 else { throw KerberosFailure(.unavailable, words(narrowed, minor)) }
    }

    func accept(_ token: [UInt8]) throws(KerberosFailure) -> KerberosIdentity {
        var minor: OM_uint32 = 0
        var token = token
        let major = unsafe token.withUnsafeMutableBytes { bytes in
            var input = unsafe gss_buffer_desc(length: bytes.count, value: bytes.baseAddress)
            return unsafe gss.gss_accept_sec_context(
                &minor, &context, credential, &input, nil, &client, nil, &reply, nil, nil, nil)
        }
        guard major & Self.errors == 0 else { throw KerberosFailure(words: words(major, minor)) }
        guard major & Self.isContinued == 0 else {
            throw KerberosFailure(.unfinished, "Continuation call to routine required")
        }
        let asked = unsafe gss.gss_inquire_context(&minor, context, nil, &service, nil, nil, nil, nil, nil)
        guard asked & Self.errors == 0 else { throw KerberosFailure(words: words(asked, minor)) }
        return KerberosIdentity(
            principal: try unsafe name(client), service: try unsafe name(service), answer: unsafe bytes(reply))
    }

    private func name(_ name: gss_name_t?) throws(KerberosFailure) -> String {
        var minor: OM_uint32 = 0
        var shown = unsafe gss_buffer_desc()
        let major = unsafe gss.gss_display_name(&minor, name, &shown, nil)
        guard major & Self.errors == 0 else { throw KerberosFailure(words: words(major, minor)) }
        defer { unsafe _ = gss.gss_release_buffer(&minor, &shown) }
        return unsafe String(decoding: bytes(shown), as: UTF8.self)
    }

    /// Returns what GSSAPI says of a status: of the call, then of the mechanism.
    private func words(_ major: OM_uint32, _ minor: OM_uint32) -> String {
        let said = words(major, Self.majors) + (minor == 0 ? [] : words(minor, Self.minors))
        return said.joined(separator: ": ")
    }

    private func words(_ status: OM_uint32, _ kind: Int32) -> [String] {
        var minor: OM_uint32 = 0
        var more: OM_uint32 = 0
        var said: [String] = []
        repeat {
            var text = unsafe gss_buffer_desc()
            let major = unsafe gss.gss_display_status(&minor, status, kind, nil, &more, &text)
            guard major & Self.errors == 0 else { break }
            unsafe said.append(String(decoding: bytes(text), as: UTF8.self))
            unsafe _ = gss.gss_release_buffer(&minor, &text)
        } while more != 0 && said.count < 8
        return said
    }

    private func bytes(_ buffer: gss_buffer_desc) -> [UInt8] {
        unsafe Array(UnsafeRawBufferPointer(start: buffer.value, count: buffer.length))
    }
}
