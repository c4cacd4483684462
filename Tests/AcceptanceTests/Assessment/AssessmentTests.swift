import Foundation
import Testing

/// What an assessment says follows from what people did, and is kept.
@Suite("Assessment") struct AssessmentTests {
    private func workflow(_ id: String, _ document: JSON) throws -> JSON {
        try #require(document["workflows"].items.first { $0["id"].text == id })
    }

    private func check(_ id: String, _ workflow: JSON) throws -> JSON {
        try #require(workflow["checks"].items.first { $0["id"].text == id })
    }

    @Test("A level follows from what people did, each check with its rows")
    func maturity() throws {
        let desk = try WorkedDesk()
        let document = try desk.assess()
        let suppressions = try workflow("suppressions", document)
        let causes = try check("3.4", suppressions)
        #expect(causes["outcome"].text == "met")
        #expect(causes["fact"].text == "24 of 24 closes that name a root cause")
        let people = try check("2.3", suppressions)
        #expect(people["value"].number == 0.5)
        #expect(try check("2.2", suppressions)["fact"].text == "24 of 24 closes in which the playbook was opened")
        #expect(try check("3.1", suppressions)["outcome"].text == "not-met")
        #expect(suppressions["level"].number == 2)
        #expect(suppressions["levelTitle"].text == "Documentation")
        #expect(suppressions["next"].text == "3.1 playbook followed")
        #expect(suppressions["cmmi"].number == 2)

        let rows = try desk.run("assess", "rows", "3.4", "--workflow", "suppressions", "--format", "json").json
        #expect(rows["yes"].number == 24 && rows["no"].number == 0)
        #expect(rows["items"].items.allSatisfy { $0["says"].text == "yes" && $0["cause"].text == "image" })
        let first = try #require(rows["items"].items.first?["id"].text)
        #expect(try desk.run("show", first, "--format", "json").json["rootCause"].text == "image")
    }

    @Test("What nobody worked on is inconclusive, what found nothing is not measured yet, and neither is a level")
    func unknown() throws {
        let document = try WorkedDesk(weeks: 0).assess()
        let suppressions = try workflow("suppressions", document)
        #expect(suppressions["state"].text == "inconclusive")
        #expect(suppressions["level"].number == nil)
        #expect(suppressions["next"].text == "2.1 20 more problems worked on needed")
        #expect(try workflow("pricing", document)["state"].text == "not-measured-yet")
        #expect(document["path"]["worth"]["amountAMonth"].text == nil)
        #expect(document["path"]["worth"]["basis"].text?.hasPrefix("not known") == true)
        #expect(document["stall"]["diagnosis"].text == "inconclusive")
    }

    @Test("The same data twice are one assessment, and more data another, with what changed between them")
    func history() throws {
        let desk = try WorkedDesk()
        #expect(try desk.assess()["id"].text == "A1")
        #expect(try desk.assess()["id"].text == "A1")
        let until = ["--workflow", "suppressions", "--until", "2026-12-31", "--as", "mia"]
        let exempt = try desk.program.start(
            ["assess", "exempt", "3.1", "--reason", "steps are being rewritten", "--as-of", desk.last] + until
        ).finish()
        #expect(exempt.exit == 0, "\(exempt.errors)")
        let second = try desk.assess()
        #expect(second["id"].text == "A2" && second["since"].text == "A1")
        let suppressions = try workflow("suppressions", second)
        #expect(try check("3.1", suppressions)["outcome"].text == "exempt")
        #expect(suppressions["next"].text?.hasPrefix("3.1") == false)
        #expect(second["changes"].items.contains { $0["subject"].text == "suppressions 3.1" })

        // The exemption's end brings the check back.
        let later = try desk.program.start(
            ["assess", "--format", "json", "--as-of", "2027-01-01T00:00:00Z"]
        ).finish().json
        #expect(try workflow("suppressions", later)["next"].text == "3.1 playbook followed")
        #expect(later["exemptions"].items.first?["hasExpired"].isTrue == true)

        #expect(try desk.run("assess", "list", "--format", "json").json["items"].items.count == 3)
        let diff = try desk.run("assess", "diff", "A1", "A2", "--format", "json").json["items"].items
        #expect(diff.contains { $0["subject"].text == "suppressions 3.1" && $0["after"].text == "exempt" })
        #expect(try desk.run("assess", "show", "A1", "--format", "json").json["workflows"].items.count == 7)
    }

    @Test("A file stands for what the data cannot show, with its hash, and for nothing else")
    func attachments() throws {
        let desk = try WorkedDesk(weeks: 0)
        let file = try desk.program.folder.write("hello\n", to: "steps.md")
        let until = ["--workflow", "suppressions", "--until", "2026-12-31", "--as", "mia", "--as-of", desk.last]
        let kept = try desk.program.start(["assess", "attach", "2.1", file, "--format", "json"] + until).finish()
        #expect(try kept.json["hash"].text == "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03")
        #expect(try kept.json["file"].text == "steps.md")
        let document = try desk.assess()
        let playbook = try check("2.1", try workflow("suppressions", document))
        #expect(playbook["outcome"].text == "met")
        #expect(playbook["evidence"].items.first?["ids"].items.first?.text == "F1")
        // One met check of a level whose others are not known raises nothing.
        #expect(try workflow("suppressions", document)["level"].number == nil)
        let refused = try desk.program.start(["assess", "attach", "3.4", file] + until).finish()
        #expect(refused.exit == 4)
        #expect(refused.errors.contains("error[not-declarable]"))
    }

    @Test("A model of one's own takes the place of the standard one, and is named in the assessment")
    func model() throws {
        let desk = try WorkedDesk()
        let standard = try desk.assess()["model"]
        let printed = try desk.run("assess", "model", "--format", "json").output
        let own = printed.replacing(#""version":1"#, with: #""version":2"#).replacing(
            #""measure":"playbook-followed","comparison":"at-least","limit":0.8"#,
            with: #""measure":"playbook-followed","comparison":"at-least","limit":0"#)
        try desk.program.folder.write(own, to: "maturity.json")
        try desk.program.folder.write("assessment:\n  model: maturity.json\n", to: "flywheel.yaml")
        let document = try desk.assess()
        #expect(document["model"]["version"].number == 2)
        #expect(document["model"]["hash"].text != standard["hash"].text)
        #expect(try check("3.1", try workflow("suppressions", document))["outcome"].text == "met")
        try desk.program.folder.write(own.replacing("cause-named", with: "guessed"), to: "maturity.json")
        let broken = try desk.run("assess")
        #expect(broken.exit == 1)
        #expect(broken.errors.contains("error[maturity-model]"))
    }

    @Test("The map, the weakest link and what to do next can be read on a terminal and in a meeting")
    func outputs() throws {
        let desk = try WorkedDesk()
        let text = try desk.run("assess", "--format", "table").output
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        for word in ["Stage", "Stalled", "Path", "Worth", "Do next", "2 Documentation", "FROM ROW TO COLUMN"] {
            #expect(text.contains(word), "\(word) is missing in\n\(text)")
        }
        #expect(try desk.run("assess", "--output", "report.md").exit == 0)
        let report = try String(contentsOfFile: "\(desk.program.folder.path)/report.md", encoding: .utf8)
        for heading in ["# Assessment A1: acme", "## What to do, the next first", "## Maturity", "## Metrics"] {
            #expect(report.contains(heading))
        }
        let document = try desk.assess()
        let weakest = try #require(document["path"]["weakest"].text)
        #expect(document["roadmap"].items.first?["subject"].text == weakest)
        let explained = try desk.run("assess", "--explain", "1", "--format", "json").json
        #expect(explained["investment"]["subject"].text == weakest)
        #expect(try desk.run("assess", "--explain", "suppressions:inventory").output.contains("listing.availability/1"))
        #expect(try desk.run("assess", "--explain", "nothing").exit == 5)
    }
}
