import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Foundation
import Testing

@testable import flywheel

@Suite struct UsageTests {
    @Test(arguments: [
        (["queu"], "there is no command \"queu\"; did you mean \"queue\"?", "flywheel --help lists all"),
        (["queue", "--teir", "A"], "Unknown option '--teir'. Did you mean '--tier'?", "flywheel queue --help"),
        (["queue", "--tier", "D"], "--tier is \"D\", expected A, B, C", "flywheel queue --help"),
        (
            ["queue", "--workflow", "suppresions"],
            "--workflow is \"suppresions\", expected \(workflows.map(\.manifest.id).sorted().joined(separator: ", ")); did you mean \"suppressions\"?",
            "flywheel queue --help"
        ),
        (
            ["imports", "discard", "I1"], "a discard cannot be taken back; add --yes to mean it",
            "flywheel imports discard --help"
        ),
        (["queue", "--mine", "--owner", "ben"], "--mine and --owner exclude each other", "flywheel queue --help"),
        (
            ["serve", "--as-of", "2026-11-20"], "serve looks from the clock; leave --as-of out", "flywheel serve --help"
        ),
        (["queue", "--width", "3"], "--width is 3, expected 20 or more", "flywheel queue --help"),
        (["claim", "X1", "--as", " \u{A0}"], "--as is blank, expected a name", "flywheel claim --help"),
        (
            ["claim", "X1", "--as", "mia\u{202E}\u{1B}\n"],
            "--as is \"mia\\u{202E}\\u{1B}\\u{A}\", expected a name without characters that cannot be seen",
            "flywheel claim --help"
        ),
        (
            ["claim", "X1", "--as", String(repeating: "m", count: 65)],
            "--as has 65 characters, expected 64 at most", "flywheel claim --help"
        ),
        (
            ["rotate", "--as-of", "tomorrow"], "\"tomorrow\" is no moment, expected 2026-11-20T16:05:00Z or 2026-11-20",
            "flywheel rotate --help"
        ),
    ])
    func wrongUsageIsNamedAndRunsNothing(_ arguments: [String], _ sentence: String, _ help: String) throws {
        let outcome = try Desk().run(arguments)
        #expect(outcome.exit == .usage)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("error[usage]: \(sentence)\n"), "\(outcome.errors)")
        #expect(outcome.errors.contains("= help: \(help)"), "\(outcome.errors)")
    }

    @Test func helpAndVersionAreAnswers() throws {
        let desk = try Desk()
        for arguments in [["--help"], ["queue", "--help"], ["--version"], ["help", "show"], []] {
            let outcome = desk.run(arguments)
            #expect(outcome.exit == .done, "\(arguments)")
            #expect(!outcome.output.isEmpty && outcome.errors.isEmpty, "\(arguments)")
        }
    }

    @Test(arguments: [
        ["thresholds", "--help"], ["--store", "x", "thresholds", "--help"], ["thresholds", "--store", "x", "-h"],
        ["help", "thresholds"], ["--store", "x", "help", "thresholds"],
        ["thresholds", "--workflow", "pricing", "--help"],
    ])
    func helpIsOfTheCommandThatIsNamed(_ arguments: [String]) throws {
        let help = try Desk().run(arguments).output
        for word in ["show", "proposal", "propose", "approve", "refuse", "rollback"] {
            #expect(help.contains("\n  \(word) "), "\(word): \(help)")
        }
        let list = try Desk().run(["thresholds", "list", "--help", "--store", "x"])
        #expect(list.output.contains("USAGE: flywheel thresholds list"))
    }

    @Test func helpForNoCommandIsTold() throws {
        for arguments in [["queu", "--help"], ["help", "queu"], ["--store", "x", "help", "queu"]] {
            #expect(try Desk().run(arguments).errors.contains("did you mean \"queue\"?"), "\(arguments)")
        }
        #expect(try Desk().run(["note", "X1", "--", "--help"]).errors.contains("no-store"), "a text, and no flag")
    }

    @Test func aMistypedStoreIsNotMade() throws {
        let desk = try Desk()
        for command in [["queue"], ["rotate"], ["imports"], ["show", "X1"], ["journal", "verify"]] {
            let outcome = desk.run(command)
            #expect(outcome.exit == .failed)
            #expect(outcome.errors.hasPrefix("error[no-store]: nothing was imported yet"))
        }
        #expect(desk.run("doctor").exit == .waits)
        #expect(desk.run("doctor").output.contains("store\tlook\tthere is none at"))
    }

    @Test(arguments: [
        ["import", "x.txt"], ["rotate"], ["claim", "X1"], ["release", "X1"], ["close", "X1", "--cause", "other"],
        ["reopen", "X1"], ["imports", "accept", "I1"], ["imports", "discard", "I1", "--yes"],
    ])
    func nothingIsChangedAtAMomentStillToCome(_ command: [String]) throws {
        let desk = try Desk()
        let outcome = desk.run(command + ["--as-of", "2026-11-20T16:05:01Z"])
        #expect(outcome.exit == .usage)
        let sentence = "--as-of is 2026-11-20T16:05:01Z, expected no later than now, 2026-11-20T16:05:00Z"
        #expect(outcome.errors.hasPrefix("error[future]: \(sentence)"), "\(outcome.errors)")
        #expect(desk.run("imports").errors.hasPrefix("error[no-store]"), "no store is made")
        #expect(!desk.run(command + ["--as-of", "2026-11-20"]).errors.contains("error[future]"))
    }

    @Test func aRotationOfAMomentStillToComeNeedsALook() throws {
        let desk = try Desk()
        _ = desk.run("import", try desk.write("seller-sku\tprice\tquantity\nA\t12.50\t1\n", to: "listings-US.txt"))
        #expect(desk.run("rotate").exit == .done)
        #expect(desk.run("doctor").output.contains("\nrotation\tok\t"))
        let before = desk.run("doctor", clock: Scene.asOf.advanced(bySeconds: -1)).output
        #expect(before.contains("\nrotation\tlook\tR1, as of"), "\(before)")
    }

    @Test func whatAnotherVersionWroteIsNamed() throws {
        let desk = try Desk()
        _ = desk.run("import", try desk.write("seller-sku\tprice\tquantity\nA\t12.50\t1\n", to: "listings-US.txt"))
        #expect(desk.run("rotate").exit == .done)
        let store = try SQLiteStore(path: "\(desk.folder)/store.flywheel")
        try store.keep(
            [], knobs: ("pricing", #"{"formerly":2}"#), events: [], by: Actor(.person, "ann"), at: Scene.asOf)
        #expect(desk.run("rotate").exit == .done)
        #expect(desk.run("doctor").output.contains("\npricing\tlook\tthere is no threshold formerly any more"))
        try store.keep([], knobs: ("pricing", "[]"), events: [], by: Actor(.person, "ann"), at: Scene.asOf)
        let refused = desk.run("rotate")
        #expect(refused.errors.hasPrefix("error[unread-thresholds]: the thresholds kept for the workflow pricing"))
        #expect(desk.run("doctor").output.contains("\npricing\tlook\tits thresholds cannot be read"))
    }

    @Test func aBrokenStoreIsNoDeadEnd() throws {
        let desk = try Desk()
        _ = try desk.write("no store at all", to: "store.flywheel")
        let outcome = desk.run("doctor", "--format", "table")
        #expect(outcome.exit == .waits)
        #expect(outcome.output.hasSuffix("Next: name another store with --store, or put back a copy\n"))
    }

    @Test func theExampleIsKeptApartFromWhatOneHas() throws {
        let desk = try Desk()
        let folder = "\(desk.folder)/new seller"
        let first = desk.run("demo", folder, "--small", "--format", "table")
        #expect(first.exit == .done)
        let next =
            "flywheel import --store '\(folder)/demo.flywheel' --account example --as-of 2026-11-20 '\(folder)'/*"
        #expect(first.output.hasSuffix("Next: \(next)\n"), "\(first.output)")
        let again = desk.run("demo", folder)
        #expect(again.exit == .refused && again.output.isEmpty)
        #expect(again.errors.hasPrefix("error[not-empty]: \(folder) is not empty"))
        #expect(desk.run("demo", folder, "--small", "--yes").exit == .done)
    }

    @Test func wordsAreExplained() throws {
        let desk = try Desk()
        #expect(desk.run("explain", "Fix Alone", "--format", "table").output.hasPrefix("fix-alone  What is recovered"))
        #expect(desk.run("explain", "evidnce").errors.contains("did you mean \"evidence\"?"))
        #expect(desk.run("explain", "evidnce").exit == .unknown)
    }

    @Test func theConfigurationBesideTheStoreHoldsAndIsChecked() throws {
        let desk = try Desk()
        _ = try desk.write("actor: ben\ncalendar:\n  zone: America/Los_Angeles\n", to: "flywheel.yaml")
        let good = desk.run("doctor", "--format", "table").output
        #expect(good.contains("ben (configuration)") && good.contains("the desk's clock is America/Los_Angeles"))
        #expect(desk.run("doctor", "--as", "mia").output.contains("mia (--as)"))
        _ = try desk.write("acter: ben\n", to: "flywheel.yaml")
        let bad = desk.run("import", "x.txt")
        #expect(bad.exit == .failed)
        #expect(bad.errors.contains("error[configuration]: unknown key \"acter\"; did you mean \"actor\"?"))
        #expect(bad.errors.contains("  --> \(desk.folder)/flywheel.yaml:1:1"))
        #expect(desk.run("queue", "--config", "\(desk.folder)/none.yaml").errors.contains("there is no such file"))
    }

    @Test(arguments: [
        #"outbox: {allow: ["127.0.0.0/8"]}"#, "commitments: {foo: 1}", "articles: {foo: 1}",
        "cases: {rights: [{role: lead, decide: 1}]}",
    ])
    func doctorReadsAllThatOtherCommandsRead(configuration: String) throws {
        let desk = try Desk()
        _ = desk.run("import", try desk.write("seller-sku\tprice\tquantity\nA\t12.50\t1\n", to: "listings-US.txt"))
        _ = try desk.write(configuration + "\n", to: "flywheel.yaml")
        #expect(desk.run("queue").errors.contains("error[configuration]"))
        let doctor = desk.run("doctor")
        #expect(doctor.exit == .waits && doctor.output.contains("configuration\tlook\t"), "\(doctor.output)")
    }

    @Test func doctorNamesTheWorkflowsThatTakePart() throws {
        let desk = try Desk()
        _ = try desk.write("workflows: [suppressions]\n", to: "flywheel.yaml")
        let line = desk.run("doctor").output.split(separator: "\n").first { $0.hasPrefix("workflows\t") }
        #expect(line?.contains("Suppressions") == true && line?.contains("Pricing") == false, "\(line ?? "")")
    }

    @Test func doctorSeesWhoElseMayReadTheStore() throws {
        let desk = try Desk()
        _ = desk.run("import", try desk.write("seller-sku\tprice\tquantity\nA\t12.50\t1\n", to: "listings-US.txt"))
        let path = "\(desk.folder)/store.flywheel"
        #expect(!desk.run("doctor").output.contains("readers"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(desk.run("doctor").output.contains("readers\tlook\tevery user of this machine may read the store"))
    }

    @Test func aFileCannotDriveTheTerminal() throws {
        let desk = try Desk()
        let path = try desk.write(
            "seller-sku\titem-name\tprice\tquantity\nA\u{1B}[2J\t東京\t12.50\t1\nB\tb\tabc\u{202E}\t2\n",
            to: "hostile-US.txt")
        let outcome = desk.run("import", path, "--format", "table", isTerminal: true)
        #expect(outcome.exit == .waits)
        let csv = desk.run("imports", "rejects", "I1", "--format", "csv", isTerminal: true).output
        for text in [outcome.output, csv, desk.run("imports", "rejects", "I1", "--format", "table").output] {
            #expect(!text.contains("\u{1B}[2J") && !text.contains("\u{202E}"), "\(text)")
        }
        #expect(desk.run("import", path).output.contains("\tsame\t"))
        #expect(desk.run("imports", "show", "I2").exit == .unknown)
    }
}
