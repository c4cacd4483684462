import Testing

@testable import flywheel

@Suite struct RefusedTests {
    /// Of several things that are asked for at once, each that is refused is named beside why, whatever kind it is of.
    @Test func whatIsRefusedIsNamed() throws {
        let furnished = try FurnishedDesk()
        let ids = furnished.ids
        for (words, id) in [
            (["claim"], "X999"), (["cases", "claim"], "C999"), (["cases", "approve"], "M999"),
            (["changes", "approve"], "L999"), (["changes", "refuse", "--reason", "dear"], "L999"),
            (["changes", "write", "--dry-run"], "L999"), (["outreach", "approve"], "O999"),
            (["imports", "accept"], "I999"), (["imports", "accept"], try #require(ids["imports"])),
        ] {
            let run = furnished.desk.run(words + [id, "--as", "ana", "--format", "json"])
            guard case .array(let refused) = try JSON(reading: run.output)["refused"] else {
                Issue.record("\(words) \(id): \(run.output)\(run.errors)")
                continue
            }
            #expect(refused.map { $0["id"] } == [.text(id)], "\(words): \(run.output)")
            #expect(refused.allSatisfy { $0["code"]?.texts.isEmpty == false })
        }
    }
}
