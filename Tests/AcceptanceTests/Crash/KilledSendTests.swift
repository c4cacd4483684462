import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program is killed while a receiver has a message and has not answered: the next run sends it again under the same id,
/// and everything arrives.
@Suite("Killed sending") struct KilledSendTests {
    @Test("A message that was sent and not answered comes again under its id", arguments: [CrashTests.seed])
    func sends(seed: UInt64) throws {
        var random = Random(seed)
        let program = try ProgramTests.opened()
        let receiver = try Receiver()
        try program.folder.write("outbox: { networks: [127.0.0.0/8] }\n", to: "flywheel.yaml")
        let address = "http://127.0.0.1:\(receiver.port)/in"
        #expect(
            try program.run("webhooks", "add", "webhook", address, "--verb", "claimed", "--verb", "released").exit == 0)
        for number in 0..<10 {
            #expect(try program.run(number % 2 == 0 ? "claim" : "release", "X1", "--as", "ada").exit == 0)
        }

        // All are about one record, so they come one by one: each is held, and the program killed meanwhile.
        var held: [String] = []
        for number in 0..<10 {
            receiver.hold(number: number)
            let run = try program.start(["outbox", "send"])
            while receiver.ids.count <= held.count, run.process.isRunning { usleep(2_000) }
            usleep(UInt32(20_000 * random.share()))
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.finish()
            held = receiver.ids
            #expect(try program.run("journal", "verify").exit == 0, "after kill \(number)")
        }
        receiver.hold(number: nil)
        #expect(try program.run("outbox", "send").exit == 0)
        let store = try SQLiteStore(path: program.store)
        let delivered = try store.deliveries(of: nil, in: .delivered, limit: 99)
        #expect(delivered.count == 10)
        #expect(Set(receiver.ids) == Set(delivered.map(\.id)), "nothing is left out, and nothing has another id")
        #expect(receiver.ids.count > 10, "some came again")
        var seen: Set<String> = []
        let firsts = receiver.ids.filter { seen.insert($0).inserted }
        #expect(firsts == delivered.reversed().map(\.id), "in the order they happened")
    }

    /// A web server on this machine that answers posts, but for those it is told to keep waiting.
    private final class Receiver: Sendable {
        private struct Kept {
            var ids: [String] = []
            /// From which message on nothing is answered.
            var silentFrom: Int?
        }

        private let kept = Mutex(Kept())
        let port: Int

        var ids: [String] { kept.withLock { $0.ids } }

        /// Answers this many different messages, and no other; all where there is no number.
        func hold(number: Int?) { kept.withLock { $0.silentFrom = number } }

        init() throws {
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                    bind(listener, pointer, size) == 0 && listen(listener, 64) == 0
                        && getsockname(listener, pointer, &size) == 0
                }
            }
            try #require(isBound)
            port = Int(UInt16(bigEndian: address.sin_port))
            Thread.detachNewThread { [self] in
                while case let connection = accept(listener, nil, nil), connection >= 0 {
                    Thread.detachNewThread { [self] in serve(connection) }
                }
            }
        }

        private func serve(_ connection: Int32) {
            defer { close(connection) }
            var text = ""
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 {
                text += String(decoding: buffer.prefix(count), as: UTF8.self)
                // The body is one object, so a message is whole with the brace that ends it.
                guard text.hasSuffix("}"), let id = Self.id(in: text) else { continue }
                text = ""
                let isAnswered = kept.withLock { kept in
                    kept.ids.append(id)
                    return kept.silentFrom.map { Set(kept.ids).count <= $0 } ?? true
                }
                guard isAnswered else { continue }
                let answer = Array("HTTP/1.1 204 No Content\r\n\r\n".utf8)
                _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
            }
        }

        private static func id(in text: String) -> String? {
            text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("webhook-id:") }
                .map { $0.dropFirst(11).trimmingCharacters(in: .whitespaces) }
        }
    }
}
