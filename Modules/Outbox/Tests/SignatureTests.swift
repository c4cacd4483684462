import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@testable import Outbox

@Suite("Webhooks are signed as Standard Webhooks has it")
struct SignatureTests {
    /// Secret, id, timestamp, body and signature: the specification's own example, and two made with another program
    /// (Python's hmac) over the shortest and the longest key.
    @Test(arguments: [
        (
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330 as Int64,
            #"{"test": 2432232314}"#, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        ),
        (
            "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "W1-42-0", 1_790_000_000, "{}",
            "v1,KhYCNgVyxUtniY9xZqAHq0vBt+8Ii/b7riaYyU1t1Ak="
        ),
        (
            "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==", "W1-42-0",
            1_790_000_000, #"{"ü":1}"#, "v1,IIkB0X0ATIdKEg7o1lLb2M9IKzaJnzZ/OrBXGXE3TZo="
        ),
    ])
    func signaturesAreThoseOfOthers(text: String, id: String, at: Int64, body: String, expected: String) throws {
        let secret = try #require(SigningSecret(text: text))
        let body = Array(body.utf8)
        let at = Instant(seconds: at)
        #expect(WebhookSignature.header(id: id, at: at, body: body, secrets: [secret]) == expected)
        #expect(secret.text == text)
        var verifier = WebhookVerifier(secrets: [secret])
        let headers = ["webhook-id": id, "webhook-timestamp": "\(at.seconds)", "webhook-signature": expected]
        #expect(try verifier.verify(headers, body: body, now: at) == id)
    }

    @Test(arguments: ["", "whsec_", "whsec_!!!!", "whsec_AAEC", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])
    func textsThatAreNoSecretsAreRefused(text: String) { #expect(SigningSecret(text: text) == nil) }

    private func headers(
        _ secrets: [SigningSecret], id: String = "m1", at: Instant = noon, body: String = "{}"
    ) -> [String: String] {
        [
            "webhook-id": id, "webhook-timestamp": "\(at.seconds)",
            "webhook-signature": WebhookSignature.header(
                id: id, at: at, body: Array(body.utf8), secrets: secrets),
        ]
    }

    @Test func eitherSecretIsBelievedWhileTheyChange() throws {
        let (old, new) = (SigningSecret.random(), SigningSecret.random())
        for known in [[old], [new], [new, old]] {
            var verifier = WebhookVerifier(secrets: known)
            try verifier.verify(headers([new, old]), body: Array("{}".utf8), now: noon)
        }
        var stranger = WebhookVerifier(secrets: [.random()])
        #expect(throws: WebhookVerifier.Refusal.signature) {
            try stranger.verify(headers([new, old]), body: Array("{}".utf8), now: noon)
        }
    }

    @Test func whatIsAlteredIsNotBelieved() throws {
        let secret = SigningSecret.random()
        var verifier = WebhookVerifier(secrets: [secret])
        let good = headers([secret])
        var refused: [WebhookVerifier.Refusal] = []
        for (key, value) in [("webhook-id", "m2"), ("webhook-timestamp", "\(noon.seconds + 1)")] {
            var altered = good
            altered[key] = value
            do throws(WebhookVerifier.Refusal) {
                try verifier.verify(altered, body: Array("{}".utf8), now: noon)
            } catch { refused.append(error) }
        }
        do throws(WebhookVerifier.Refusal) {
            try verifier.verify(good, body: Array("{ }".utf8), now: noon)
        } catch { refused.append(error) }
        #expect(refused == [.signature, .signature, .signature])
        for key in good.keys {
            var missing = good
            missing[key] = nil
            #expect(throws: WebhookVerifier.Refusal.header(key)) {
                try verifier.verify(missing, body: Array("{}".utf8), now: noon)
            }
        }
    }

    @Test(arguments: [(-301, false), (-300, true), (0, true), (300, true), (301, false)])
    func onlyWhatIsOfNowIsBelieved(offset: Int64, isBelieved: Bool) throws {
        let secret = SigningSecret.random()
        var verifier = WebhookVerifier(secrets: [secret])
        let result = Result {
            try verifier.verify(
                headers([secret]), body: Array("{}".utf8), now: noon.advanced(bySeconds: offset))
        }
        #expect((try? result.get()) == (isBelieved ? "m1" : nil))
    }

    @Test func sameMessageIsBelievedOnce() throws {
        let secret = SigningSecret.random()
        var verifier = WebhookVerifier(secrets: [secret])
        let early = noon.advanced(bySeconds: -300)
        try verifier.verify(headers([secret]), body: Array("{}".utf8), now: early)
        for seconds: Int64 in [0, 300, 599, 600] {
            #expect(throws: WebhookVerifier.Refusal.self) {
                try verifier.verify(headers([secret]), body: Array("{}".utf8), now: early.advanced(bySeconds: seconds))
            }
        }
        try verifier.verify(headers([secret], id: "m2"), body: Array("{}".utf8), now: noon)
    }
}
