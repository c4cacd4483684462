import Testing

@Suite struct FloorTests {
    private let workflows = Floors.house.workflows(among: Checkout.folders(in: "Modules"))

    @Test func noImportBreaksAFloor() {
        #expect(Floors.house.faults(in: Checkout.swift, workflows: workflows).joined(separator: "\n") == "")
    }

    @Test func everyModuleOfTheTableIsThereOrStillToCome() {
        let missing = Floors.house.rows.keys.filter { !Checkout.folders(in: "Modules").contains($0) }
        #expect(missing.isEmpty, "the table of floors names \(missing.sorted()), which Modules/ does not have")
    }

    @Test(
        arguments: [
            ("Modules/Inventory/Sources/Stage.swift", "import Forecasting", "Inventory -> Forecasting"),
            ("Modules/Inventory/Sources/Stage.swift", "import Foundation", "Inventory -> Foundation"),
            ("Modules/Inventory/Sources/Stage.swift", "public import FlywheelRuntime", "Inventory -> FlywheelRuntime"),
            ("Modules/FlywheelKit/Sources/Day.swift", "import Glibc", "FlywheelKit -> Glibc"),
            ("Modules/FlywheelKit/Sources/Day.swift", "@preconcurrency import Foundation", "FlywheelKit -> Foundation"),
            ("Modules/Statistics/Sources/Gamma.swift", "import FlywheelKit", "Statistics -> FlywheelKit"),
            ("Modules/FlywheelStore/Sources/Store.swift", "import GRDB", "FlywheelStore -> GRDB"),
            ("Modules/Imports/Sources/Rows.swift", "import struct FlywheelStore.Reject", "Imports -> FlywheelStore"),
            ("Modules/RevenueAtRisk/Sources/Rank.swift", "let a = 1; import Foundation", "RevenueAtRisk -> Foundation"),
            ("Apps/flywheel/Sources/Main.swift", "import GRDB", "flywheel -> GRDB"),
        ])
    func aPlantedImportIsFoundWithItsFileLineAndArrow(path: String, line: String, arrow: String) throws {
        let file = SourceFile(path: path, text: "// A file.\n#if os(Linux)\n    \(line)\n#endif\n")
        let faults = Floors.house.faults(in: [file], workflows: ["Inventory"])
        #expect(faults.count == 1)
        #expect(try #require(faults.first).hasPrefix("\(path):3: \(arrow); "))
    }

    @Test func theProgramAloneMayNameWorkflows() {
        let list = SourceFile(path: "Apps/flywheel/Sources/Workflows.swift", text: "import Inventory")
        #expect(Floors.house.faults(in: [list], workflows: ["Inventory"]).isEmpty)
        let host = SourceFile(path: "Modules/FlywheelHost/Sources/Host.swift", text: "import Inventory")
        #expect(Floors.house.faults(in: [host], workflows: ["Inventory"]).count == 1)
    }

    @Test func aProgramWithoutARowIsFound() {
        let file = SourceFile(path: "Apps/server/Sources/Main.swift", text: "import FlywheelKit")
        #expect(Floors.house.faults(in: [file], workflows: []).count == 1)
    }

    @Test func testsMayImportWhatTheyNeed() {
        let file = SourceFile(path: "Modules/FlywheelKit/Tests/DayTests.swift", text: "import Foundation")
        #expect(Floors.house.faults(in: [file], workflows: []).isEmpty)
    }

    @Test func commentsAndTextAreNoImports() {
        let text = #"""
            // import Foundation
            /// import Foundation
            /*
             import Foundation
            */
            let sql = """
                import INTEGER NOT NULL
                """
            let important = 1
            import FlywheelKit
            """#
        #expect(
            SourceFile(path: "Modules/A/Sources/A.swift", text: text).imports == [
                Import(module: "FlywheelKit", line: 10)
            ])
    }
}
