import FlywheelKit
import FlywheelWeb
import People

/// The cookie that holds a sign-in's reference.
///
/// Behind TLS its name begins with `__Host-`, which browsers take from the very host alone, over TLS alone (RFC 6265bis,
/// 4.1.3.2). Without TLS, as on one's own machine, browsers would drop it, so it has a plain name there.
struct SessionCookie: Sendable {
    let isSecure: Bool

    var name: String { isSecure ? "__Host-flywheel" : "flywheel-session" }

    /// The cookie of an attempt to sign in by an identity provider.
    var attemptName: String { isSecure ? "__Host-flywheel-attempt" : "flywheel-attempt" }

    /// What a request brings.
    func reference(in request: WebRequest) -> String? { request.cookie(name) }

    /// The field that keeps a reference until its sign-in ends.
    func keeping(_ signedIn: SignedIn, at now: Instant) -> String {
        field(name, signedIn.reference, seconds: max(0, signedIn.ends.seconds - now.seconds))
    }

    /// The field that forgets it.
    var forgetting: String { field(name, "", seconds: 0) }

    /// The field that keeps an attempt for as long as it may take; empty forgets it.
    func keepingAttempt(_ secret: String) -> String { field(attemptName, secret, seconds: secret.isEmpty ? 0 : 600) }

    /// `Lax`, because a link in a mail should lead to a page and not to the sign-in.
    private func field(_ name: String, _ value: String, seconds: Int64) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}
