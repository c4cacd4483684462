import Testing

@testable import FlywheelStore

@Suite struct BesideTests {
    private struct Failure: Error, Equatable { let of: String }

    @Test func bothAreOverWhenItReturns() throws {
        var own = 0
        let (side, answer) = try beside({ (1...1_000).reduce(0, +) }) {
            own += 1
            return "own"
        }
        #expect(side == 500_500 && answer == "own" && own == 1)
    }

    @Test func theCallersErrorComesFirst() {
        func fail(_ name: String) throws -> Int { throw Failure(of: name) }
        #expect(throws: Failure(of: "own")) { try beside({ throw Failure(of: "side") }) { try fail("own") } }
        #expect(throws: Failure(of: "side")) { try beside({ throw Failure(of: "side") }) { 1 } }
    }
}
