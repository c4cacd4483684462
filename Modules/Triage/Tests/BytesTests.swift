import Statistics
import Testing

@testable import Triage

@Suite struct BytesTests {
    /// Trained once: a suite is made anew for every case.
    private static let trained = Result { try TriageModel.train(on: Tickets.single(each: 10, seed: 1)) }

    let model: TriageModel
    let bytes: [UInt8]

    init() throws {
        model = try Self.trained.get()
        bytes = model.bytes
    }

    @Test func aModelIsWhatWasWritten() throws {
        let again = try TriageModel(bytes: bytes)
        #expect(again == model)
        #expect(again.bytes == bytes)
        #expect(again.classify("the cracked lid, charged twice") == model.classify("the cracked lid, charged twice"))
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func oneChangedBitIsRefused(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var changed = bytes
        changed[Int.random(in: changed.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        #expect(throws: DamagedModel.self) { try TriageModel(bytes: changed) }
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func whatIsWholeAndWrongDoesNoHarm(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var changed = bytes
        let reach = seed.isMultiple(of: 2) ? 60 : bytes.count - 28
        for _ in 0..<8 {
            changed[20 + Int.random(in: 0..<reach, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        var ending = ByteWriter()
        ending.write(Checksum.of(changed[20..<(changed.count - 8)]))
        changed.replaceSubrange((changed.count - 8)..., with: ending.bytes)
        let found = (try? TriageModel(bytes: changed))?.classify("the cracked lid, charged twice")
        #expect((found?.labels.count ?? 0) <= Classification.mostLabels)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func aPartOfAModelIsRefused(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let part = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
        #expect(throws: DamagedModel.self) { try TriageModel(bytes: part) }
    }

    @Test func anotherVersionIsNamed() {
        var other = bytes
        other[16] = 9
        #expect(throws: DamagedModel.otherVersion(found: 9)) { try TriageModel(bytes: other) }
        #expect(throws: DamagedModel.notAModel) { try TriageModel(bytes: Array("{}".utf8)) }
    }
}
