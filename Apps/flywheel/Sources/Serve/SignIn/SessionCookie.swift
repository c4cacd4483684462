import FlywheelKit
import FlywheelWeb
import OpenID
import People

/// The cookie that holds a sign-in's reference.
///
/// Behind TLS its name begins with `__Host-`, which browsers take from the very host alone, over TLS alone (RFC 6265bis,
/// 4.1.3.2). Without TLS, as on one's own machine, browsers would drop it, so it has a plain name there.
struct SessionCookie: Sendable {
    let isSecure: Bool

    var name: String { isSecure ? "__Host-flywheel" : "flywheel-session" }

    /// The cookie of an attempt at an identity provider.
    private var attemptName: String { isSecure ? "__Host-flywheel-attempt" : "flywheel-attempt" }

    /// What a request brings.
    func reference(in request: WebRequest) -> String? { request.cookie(name) }

    /// The field that keeps a reference until its sign-in ends.
    func keeping(_ signedIn: SignedIn, at now: Instant) -> String {
        field(name, signedIn.reference, seconds: max(0, signedIn.ends.seconds - now.seconds))
    }

    /// The field that forgets it.
    var forgetting: String { field(name, "", seconds: 0) }

    /// The field that keeps an attempt for as long as it may take, with what permits it to link an identity.
    func keeping(_ attempt: OpenIDAttempt, permit: String? = nil) -> String {
        field(attemptName, permit.map { "\(attempt.secret).\($0)" } ?? attempt.secret, seconds: 600)
    }

    /// The attempt that a request brings, and what permits it to link an identity.
    func attempt(in request: WebRequest) -> (OpenIDAttempt?, permit: String?) {
        let parts = request.cookie(attemptName)?.split(separator: ".", maxSplits: 1) ?? []
        return (parts.first.map { OpenIDAttempt(secret: String($0)) }, parts.count > 1 ? String(parts[1]) : nil)
    }

    /// The field that forgets it.
    var forgettingAttempt: String { field(attemptName, "", seconds: 0) }

    /// `Lax`, because a link in a mail should lead to a page and not to the sign-in.
    private func field(_ name: String, _ value: String, seconds: Int64) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}
