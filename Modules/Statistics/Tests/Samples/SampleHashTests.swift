import Statistics
import Testing

@Suite struct SampleHashTests {
    @Test func aSampleTakesItsShareAndALargerOneHoldsIt() {
        let names = (0..<20_000).map { "suppressions/hidden/listing/\($0)" }
        let small = names.filter { SampleHash.isChosen($0, share: 0.02, salt: "lane") }
        let large = Set(names.filter { SampleHash.isChosen($0, share: 0.05, salt: "lane") })
        #expect((320...480).contains(small.count) && (900...1_100).contains(large.count))
        #expect(small.allSatisfy(large.contains))
        #expect(Set(names.filter { SampleHash.isChosen($0, share: 0.02, salt: "audit") }) != Set(small))
    }
}
