import FlywheelKit
import FlywheelStore
import Testing

@testable import People

@Suite("A second factor")
struct SecondFactorTests {
    private let bench: Bench
    private let secret: [UInt8]
    private let recovery: [String]

    init() throws {
        bench = try Bench.setUp()
        let offered = try bench.desk.offerFactor(to: "ada")
        #expect(try bench.store.people()[0].secondFactor == nil, "nothing is kept before a code was shown")
        secret = Self.base32(offered.secret)
        recovery = try bench.desk.addFactor(
            offered.secret, code: OneTimeCode.code(secret, step: bench.clock.instant.seconds / 30),
            password: "long enough for her", to: "ada", from: bench.home)
        bench.pass(60)
    }

    private static func base32(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.flatMap { letter in
            let value = alphabet.firstIndex(of: letter) ?? 0
            return (0..<5).reversed().map { value >> $0 & 1 }
        }
        return stride(from: 0, to: bits.count - 7, by: 8).map { start in
            UInt8(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 })
        }
    }

    private func code() -> String { OneTimeCode.code(secret, step: bench.clock.instant.seconds / 30) }

    @Test func thePasswordAloneOpensNothing() throws {
        let half = try bench.signIn()
        #expect(half.needsCode)
        #expect(try bench.desk.viewer(reference: half.reference) == nil)
        #expect(try bench.desk.awaitsCode(reference: half.reference))
        #expect(try bench.desk.signIns(of: "ada").allSatisfy { $0.isComplete })
        let whole = try bench.desk.signIn(half.reference, code: code(), from: bench.home)
        #expect(!whole.needsCode && whole.reference != half.reference)
        #expect(try bench.desk.viewer(reference: whole.reference)?.name == "ada")
        #expect(try !bench.desk.awaitsCode(reference: half.reference))
        #expect(try bench.log().suffix(2) == ["awaited U1 password", "signed-in U1 code"])
    }

    @Test func aCodeCountsOnce() throws {
        let code = code()
        _ = try bench.desk.signIn(try bench.signIn().reference, code: code, from: bench.home)
        let half = try bench.signIn().reference
        #expect(throws: PeopleError.wrong) { try bench.desk.signIn(half, code: code, from: bench.home) }
        bench.pass(30)
        _ = try bench.desk.signIn(half, code: self.code(), from: bench.home)
    }

    @Test func recoveryCodesCountOnceEach() throws {
        #expect(Set(recovery).count == 10)
        #expect(recovery.allSatisfy { $0.count == 19 })
        let half = try bench.signIn().reference
        _ = try bench.desk.signIn(half, code: recovery[3].lowercased().replacing("-", with: " "), from: bench.home)
        let again = try bench.signIn().reference
        #expect(throws: PeopleError.wrong) { try bench.desk.signIn(again, code: recovery[3], from: bench.home) }
        _ = try bench.desk.signIn(again, code: recovery[4], from: bench.home)
        #expect(try bench.store.people()[0].secondFactor?.recovery.count == 8)
    }

    @Test func guessesAtCodesAreFew() throws {
        let half = try bench.signIn().reference
        let answers = (0..<8).map { index in
            #expect(throws: PeopleError.self) {
                try bench.desk.signIn(half, code: "00000\(index)", from: bench.home)
            }
        }
        #expect(answers.prefix(5) == Array(repeating: .wrong, count: 5)[...])
        #expect(answers[5] == .tooMany(retryAfter: 60))
    }

    @Test func theSecondStepIsSoon() throws {
        let half = try bench.signIn().reference
        bench.pass(PeopleDesk.Lifetime.secondStep)
        #expect(throws: PeopleError.wrong) { try bench.desk.signIn(half, code: self.code(), from: bench.home) }
    }

    @Test func takingItAwayAsksForThePassword() throws {
        #expect(throws: PeopleError.wrong) {
            try bench.desk.removeFactor(of: "ada", password: "wrong", from: bench.home)
        }
        try bench.desk.removeFactor(of: "ada", password: "long enough for her", from: bench.home)
        #expect(try !bench.signIn().needsCode)
    }

    @Test func anInvitationDoesNotStandForIt() throws {
        let code = try bench.desk.invite("ada", by: bench.admin, from: bench.home).code
        #expect(try bench.desk.accept(code, password: "another long one", from: bench.home).needsCode)
    }
}
