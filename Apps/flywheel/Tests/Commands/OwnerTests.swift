import FlywheelKit
import Testing

@testable import flywheel

/// Two sellers in one store, and people of whom each knows of one of them.
@Suite struct OwnerTests {
    private func desk(owners: String) throws -> Desk {
        let desk = try Desk.ofTwoSellers()
        for arguments in [
            ["ann", "--role", "admin"], ["ben", "--role", "operator", "--accounts", "harbor"],
            ["cy", "--role", "operator"],
        ] {
            #expect(desk.run(["people", "add"] + arguments).exit == .done)
        }
        _ = try desk.write("owners:\n\(owners)", to: "flywheel.yaml")
        return desk
    }

    private func owners(_ desk: Desk) throws -> [String: Set<String>] {
        let lines = desk.run("queue", "--all", "--format", "csv", "--fields", "listing.account,owner").output.split(
            whereSeparator: \.isNewline)
        #expect(lines.first == "listing.account,owner" && lines.count > 2, "\(lines)")
        return lines.dropFirst().reduce(into: [:]) { owners, line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            owners[cells[0], default: []].insert(cells[1])
        }
    }

    private func doctor(_ desk: Desk) -> [String] {
        desk.run("doctor", "--format", "csv").output.split(whereSeparator: \.isNewline).map(String.init).filter {
            $0.hasPrefix("owners,")
        }
    }

    private func accounts(_ list: JSON?) -> [String] {
        guard case .array(let items) = list else { return [] }
        return items.compactMap { $0["account"]?.line }
    }

    @Test func aRuleMayNameAnAccount() throws {
        let desk = try desk(owners: "  - {account: harbor, owner: ben}\n  - {owner: cy}\n")
        #expect(desk.run("rotate").exit == .done)
        #expect(try owners(desk) == ["harbor": ["ben"], "kent": ["cy"]])
        #expect(doctor(desk) == ["owners,ok,2 rules,"])
    }

    @Test func doctorSaysWhichLinesMeanNothing() throws {
        let desk = try desk(owners: "  - {owner: cy}\n  - {account: harbour, owner: zed}\n")
        let said = doctor(desk).joined(separator: "\n")
        #expect(said.contains("line 2 never answers: line 1 matches all that it does"), "\(said)")
        #expect(said.contains("line 2: no file came in of an account \"\"harbour\"\" yet"), "\(said)")
        #expect(said.contains("\"line 2 names zed, who is nobody at the server\""), "\(said)")
        #expect(!said.contains("cy, who"), "\(said)")
    }

    @Test func whatNobodyWouldSeeStaysWithNobody() throws {
        let desk = try desk(owners: "  - {owner: ben}\n")
        let rotated = desk.run("rotate", "--format", "table").output
        #expect(rotated.contains("of kent: the rules name ben, who may not know of it"), "\(rotated)")
        #expect(try owners(desk) == ["harbor": ["ben"], "kent": [""]])
        let json = try JSON(reading: desk.run("rotate", "--format", "json").output)
        #expect(accounts(json["unowned"]) == [#""kent""#], "\(json.line)")
        let said = doctor(desk).joined(separator: "\n")
        #expect(said.contains("line 1 names ben, who may not know of kent: rows of it stay with nobody"), "\(said)")
    }

    @Test func whoeverIsKeptOutIsNamedWithWhatTheyHaveUntilItIsHandedOn() throws {
        let desk = try desk(owners: "  - {account: kent, owner: cy}\n  - {owner: ben}\n")
        #expect(desk.run("rotate").exit == .done)
        let ids = desk.run("queue", "--owner", "ben", "--format", "csv", "--fields", "id").output
            .split(whereSeparator: \.isNewline).dropFirst().map(String.init)
        #expect(ids.count > 2)
        #expect(desk.run("claim", ids[0], "--as", "ben").exit == .done)
        #expect(desk.run("assign", ids[1], "--to", "ben").exit == .done)
        let disabled = desk.run("people", "disable", "ben", "--format", "table")
        #expect(disabled.output.contains("(1 claimed, 1 assigned, \(ids.count - 2) by rules)"), "\(disabled.output)")
        #expect(disabled.output.contains("flywheel people hand ben --to NAME"), "\(disabled.output)")

        #expect(desk.run("rotate").exit == .done)
        let said = doctor(desk).joined(separator: "\n")
        #expect(said.contains("\"line 2 names ben, who is kept out: its rows stay with nobody\""), "\(said)")
        #expect(said.contains("\"ben is kept out, and has 2 rows (1 claimed, 1 assigned)\""), "\(said)")
        #expect(desk.run("assign", ids[2], "--to", "ben").errors.contains("ben is kept out"))

        #expect(desk.run("people", "hand", "ben", "--to", "zed").exit == .unknown)
        #expect(desk.run("people", "hand", "cy", "--to", "ben").exit == .refused)
        #expect(desk.run("people", "hand", "ben", "--to", "cy", "--account", "kent").output.isEmpty)
        let handed = desk.run("people", "hand", "BEN", "--to", "cy", "--format", "table")
        #expect(handed.exit == .done && handed.output.contains("of ben to cy"), "\(handed.output)\(handed.errors)")
        #expect(desk.run("show", ids[0], "--format", "json").output.contains(#""owner":"cy""#))
        #expect(!doctor(desk).contains { $0.contains("and has") })
    }

    @Test func whatAnotherMayNotKnowOfIsNotHandedToThem() throws {
        let desk = try desk(owners: "  - {owner: cy}\n")
        #expect(desk.run("rotate").exit == .done)
        let handed = desk.run("people", "hand", "cy", "--to", "ben", "--format", "json")
        #expect(handed.exit == .partly && handed.errors.contains("is of kent, which ben may not know of"))
        #expect(Set(accounts(try JSON(reading: handed.output)["items"])) == [#""harbor""#])
    }
}
