import Foundation
import Testing

@testable import flywheel

@Suite("One program sends from a store")
struct OneSenderTests {
    private let store = NSTemporaryDirectory() + "one-sender-\(UUID().uuidString)"

    @Test func aSecondOneIsRefusedUntilTheFirstHasEnded() throws {
        defer { try? FileManager.default.removeItem(atPath: "\(store).sender") }
        let refused = try OneSender.only(from: store) {
            #expect(throws: Diagnostic.self) { try OneSender.only(from: store) {} }
        }
        #expect((refused?.code, refused?.exit) == ("in-service", .refused))
        #expect(try OneSender.only(from: store) { 7 } == 7)
    }

    @Test func theWayIsFreeWhereTheFirstFailed() throws {
        defer { try? FileManager.default.removeItem(atPath: "\(store).sender") }
        #expect(throws: CancellationError.self) { try OneSender.only(from: store) { throw CancellationError() } }
        try OneSender.only(from: store) {}
    }

    @Test func aFolderThatIsNotThereIsSaid() {
        let refused = #expect(throws: Diagnostic.self) { try OneSender.only(from: "\(store)/none/store") {} }
        #expect(refused?.code == "file")
    }
}
