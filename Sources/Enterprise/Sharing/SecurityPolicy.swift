// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portals/{id}/securityPolicy`: what the organization demands of passwords, and how wrong ones lock an account
/// (developers.arcgis.com/rest/users-groups-and-items/security-policy). What is updated decides at every door that
/// takes a password.
enum SecurityPolicy {
    private static let privilege = "portal:admin:manageSecurity"

    static func read(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            let accounts = deployment.portals[index].accounts
            let changed = deployment.portals[index].documents["securityPolicy"]?["modified"]
            return .json(
                .object([
                    .init("passwordPolicy", password(accounts.passwordPolicy, changed)),
                    .init(
                        "lockoutLoginPolicy",
                        lockout(accounts.lockoutPolicy, Lockout.Policy(context.choice(.lockoutPortal)))),
                ]))
        }
    }

    /// `update`: the rules of passwords, one parameter a rule; an empty one ends the rule (documented).
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            var policy = deployment.portals[index].accounts.passwordPolicy ?? PasswordPolicy()
            if let text = context.parameters.given("minlength") {
                guard let length = Int(text), 8...1_000 ~= length else {
                    return bad("minLength", text, "minLength=8 to minLength=1000", context)
                }
                policy.minLength = length
            }
            for (name, path) in PasswordPolicy.names {
                guard let text = context.parameters[name.lowercased()] else { continue }
                let number = Int(text)
                guard number.map({ $0 >= 0 }) ?? ["", "null", "None"].contains(text) else {
                    return bad(name, text, "\(name)=1, or \(name)= to end the rule", context)
                }
                policy[keyPath: path] = number == 0 ? nil : number
            }
            deployment.portals[index].accounts.passwordPolicy = policy
            deployment.portals[index].documents["securityPolicy"] = .object([.init("modified", .time(context.now))])
            return SharingDoor.done()
        }
    }

    static func reset(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, _, index in
            deployment.portals[index].accounts.passwordPolicy = nil
            deployment.portals[index].documents["securityPolicy"] = nil
            return SharingDoor.done()
        }
    }

    /// `lockoutLoginPolicy/update`: how many wrong passwords lock an account for how long.
    static func updateLockout(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let now = deployment.portals[index].accounts.lockoutPolicy
            func number(_ name: String, _ otherwise: Int) -> Int? {
                context.parameters.given(name.lowercased()).map { Int($0).flatMap { $0 > 0 ? $0 : nil } } ?? otherwise
            }
            let (attempts, minutes) = ("maxFailedAttempts", "lockoutDurationInMinutes")
            guard let failures = number(attempts, now?.failures ?? 5), let lock = number(minutes, Int(now?.lock ?? 15))
            else { return bad(attempts, "", "\(attempts)=5&\(minutes)=15", context) }
            deployment.portals[index].accounts.lockoutPolicy = Lockout.Policy(failures: failures, minutes: Int64(lock))
            return SharingDoor.done()
        }
    }

    static func resetLockout(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, _, index in
            deployment.portals[index].accounts.lockoutPolicy = nil
            return SharingDoor.done()
        }
    }

    private static func bad(_ name: String, _ value: String, _ wouldPass: String, _ context: RequestContext) -> Outcome
    {
        SharingDoor.refused(
            Sharing.ErrorBodies.badPolicy.about(name), Sharing.Rules.badPolicy, [(name, value)], wouldPass, context)
    }

    /// The default is documented with these keys; one that was set has every rule that it makes.
    private static func password(_ policy: PasswordPolicy?, _ modified: JSON?) -> JSON {
        let shown = policy ?? PasswordPolicy()
        let rules = PasswordPolicy.names.compactMap { name, path in
            shown[keyPath: path].map { JSON.Member(name, .int($0)) }
        }
        return .object(
            [
                .init("type", .string(policy == nil ? "default" : "custom")), .init("minLength", .int(shown.minLength)),
            ] + rules + [.init("created", modified ?? .int(-1)), .init("modified", modified ?? .int(-1))])
    }

    /// Of which no body was ever shown (docs/reference/enterprise-logins.md#the-configuration-api, 2.8).
    private static func lockout(_ set: Lockout.Policy?, _ own: Lockout.Policy?) -> JSON {
        let policy = set ?? own
        return .object([
            .init("type", .string(set == nil ? "default" : "custom")),
            .init("maxFailedAttempts", .int(policy?.failures ?? -1)),
            .init("lockoutDurationInMinutes", .number("\(policy?.lock ?? 15)")),
            .init("failedAttemptsWindowInMinutes", .number("\(policy?.window ?? 15)")),
        ])
    }
}
