import Testing

@Suite struct RegistrationTests {
    private static let list = "Apps/flywheel/Sources/Workflows.swift"

    @Test func everyWorkflowIsAFolderInTheManifestAndInTheProgram() throws {
        let manifest = SourceFile(path: "Package.swift", text: try #require(Checkout.text(of: "Package.swift")))
        let registration = Registration(
            folders: Floors.house.workflows(among: Checkout.folders(in: "Modules")), manifest: manifest.listedWorkflows,
            program: Checkout.text(of: Self.list).map { SourceFile(path: Self.list, text: $0).installedWorkflows })
        #expect(!registration.manifest.isEmpty)
        #expect(registration.faults.joined(separator: "\n") == "")
    }

    @Test func aProgramHasItsListOfWorkflows() {
        let isThere = Checkout.folders(in: "Apps").contains("flywheel")
        #expect(!isThere || Checkout.text(of: Self.list) != nil, "\(Self.list) is not there")
    }

    @Test(
        arguments: [
            (["A"], ["A", "B"], ["A", "B"], "B has no folder"),
            (["A", "B"], ["A"], ["A", "B"], "B is not in Package.swift"),
            (["A", "B"], ["A", "B"], ["A"], "B is not in Apps/flywheel/Sources/Workflows.swift"),
        ])
    func whichOfTheThreeIsMissingIsSaid(folders: [String], manifest: [String], program: [String], fault: String) {
        let faults = Registration(folders: folders, manifest: manifest, program: program).faults
        #expect(faults.count == 1)
        #expect(faults.allSatisfy { $0.hasPrefix(fault) }, "\(faults)")
    }

    @Test func bothListsAreReadAsTheyAreWritten() {
        let manifest = SourceFile(
            path: "", text: "let others = [\"C\"]\nlet workflows = [\n    \"A\",\n    \"B\",\n]\n")
        #expect(manifest.listedWorkflows == ["A", "B"])
        let program = SourceFile(path: "", text: "    InstalledStage(AStage.self),\n    InstalledStage(BStage.self),\n")
        #expect(program.installedWorkflows == ["A", "B"])
    }
}
