import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct ChunkSampleTests {
    private func places(_ ids: Range<Int64>, _ marketplace: String = "US") -> [ChunkPlace] {
        ids.map { ChunkPlace(id: $0, kind: .listing, account: "acme", marketplace: marketplace) }
    }

    @Test func aSmallCatalogueIsReadWhole() {
        #expect(places(0..<8).sample(8) == places(0..<8))
        #expect(places(0..<8).sample(.max) == places(0..<8))
    }

    @Test func everyMarketplaceHasItsShare() {
        let sample = (places(0..<90, "US") + places(90..<100, "DE")).sample(16)
        #expect(sample.count { $0.marketplace == "US" } == 16)
        #expect(sample.count { $0.marketplace == "DE" } == 10)
        #expect(sample.map(\.id) == sample.map(\.id).sorted())
    }

    @Test func itIsSpreadOverTheCatalogue() {
        let quarters = Dictionary(grouping: places(0..<128).sample(32)) { $0.id / 32 }.mapValues(\.count)
        #expect(quarters.count == 4 && quarters.values.allSatisfy { (5...11).contains($0) }, "\(quarters)")
    }

    @Test func anotherChunkChangesOneOfItAtMost() {
        for count in Int64(33)...80 {
            let (before, after) = (Set(places(0..<count).sample(32)), Set(places(0..<count + 1).sample(32)))
            #expect(before.subtracting(after).count <= 1)
        }
    }
}
