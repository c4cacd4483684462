import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@testable import Outbox

@Suite("Messages are posted to a real server")
struct PostCourierTests {
    private let loopback = Network("127.0.0.0/8").map { [$0] } ?? []
    private let secret = SigningSecret.random()

    private func send(
        to target: String, _ kind: SubscriptionRecord.Kind = .webhook, patience: Duration = .seconds(20),
        resolve: @escaping AddressGuard.Resolver = { _ in [] }, allowing: [Network]? = nil
    ) async -> Reply {
        let courier = PostCourier(
            addresses: AddressGuard(allowing: allowing ?? loopback, resolve: resolve), patience: patience)
        let delivery = DeliveryRecord(
            id: "W1-42-0", subscription: SubscriptionID(1), sequence: 42, position: 0, verb: "closed", subject: "X1",
            body: #"{"type":"exception.closed"}"#, made: noon)
        let subscription = SubscriptionRecord(
            id: SubscriptionID(1), kind: kind, target: target, secrets: [secret, .random()], at: noon, by: "ada")
        return await courier.send(delivery, to: subscription, now: noon)
    }

    @Test func webhookIsSignedOverTheBytesThatArrive() async throws {
        let server = try WebServer()
        #expect(await send(to: server.url) == .status(204))
        let post = try #require(server.posts.first)
        #expect(post.body == Array(#"{"type":"exception.closed"}"#.utf8))
        #expect(post.headers["content-type"] == "application/json")
        var verifier = WebhookVerifier(secrets: [secret])
        #expect(try verifier.verify(post.headers, body: post.body, now: noon) == "W1-42-0")
    }

    @Test func channelIsToldWithoutASignature() async throws {
        let server = try WebServer(answer: "200 OK")
        #expect(await send(to: server.url, .slack) == .status(200))
        #expect(try #require(server.posts.first).headers.keys.allSatisfy { !$0.hasPrefix("webhook-") })
    }

    @Test func redirectionIsNotFollowed() async throws {
        let elsewhere = try WebServer()
        let server = try WebServer(answer: "302 Found\r\nlocation: \(elsewhere.url)")
        #expect(await send(to: server.url) == .status(302))
        #expect(elsewhere.posts.isEmpty)
    }

    @Test func receiverSaysHowLongToWait() async throws {
        let server = try WebServer(answer: "429 Too Many Requests\r\nretry-after: 90")
        #expect(await send(to: server.url) == .status(429, retryAfter: 90))
    }

    @Test func receiverThatSaysNothingIsGivenUp() async throws {
        let server = try WebServer(answer: nil)
        #expect(await send(to: server.url, patience: .milliseconds(200)) == .timeout)
        #expect(server.posts.count == 1)
    }

    @Test func nobodyThereIsUnreachable() async throws {
        let url = try WebServer().url
        #expect(await send(to: url) == .unreachable)
    }

    @Test func checkedAddressIsTheOneThatIsConnectedTo() async throws {
        let server = try WebServer()
        // Nothing else knows this name: only what the guard was told leads anywhere.
        let url = "http://hooks.invalid:\(server.port)/in"
        let reply = await send(to: url, resolve: { _ in [IPAddress("127.0.0.1")].compactMap(\.self) })
        #expect(reply == .status(204))
        #expect(server.posts.first?.headers["host"] == "hooks.invalid:\(server.port)")
    }

    @Test func thisMachineIsNotPostedTo() async throws {
        let server = try WebServer()
        for target in [server.url, "https://localhost:\(server.port)/"] {
            let reply = await send(
                to: target, resolve: { _ in [IPAddress("127.0.0.1")].compactMap(\.self) }, allowing: [])
            #expect(reply == .forbidden("loopback-address"), "\(target)")
        }
        #expect(await send(to: "https://[::ffff:127.0.0.1]:\(server.port)/") == .forbidden("reserved-address"))
        #expect(await send(to: "https://user@127.0.0.1/") == .forbidden("user-in-address"))
        #expect(await send(to: "https://nowhere.invalid/") == .unreachable)
        #expect(server.posts.isEmpty)
    }
}
