/// Where a workflow has to be named, and where it is.
struct Registration {
    /// The folders of `Modules/` that are workflows.
    let folders: [String]
    /// The names in the manifest's list.
    let manifest: [String]
    /// The names in the program's list; `nil` where there is no program yet.
    let program: [String]?

    /// Where each workflow is missing.
    var faults: [String] {
        let everywhere = Set(folders).union(manifest).union(program ?? [])
        return everywhere.sorted().flatMap { name -> [String] in
            var faults: [String] = []
            if !folders.contains(name) { faults.append("\(name) has no folder: there is no Modules/\(name)/Sources") }
            if !manifest.contains(name) {
                faults.append("\(name) is not in Package.swift: add \"\(name)\" to `workflows`")
            }
            if let program, !program.contains(name) {
                faults.append(
                    "\(name) is not in Apps/flywheel/Sources/Workflows.swift: add `InstalledStage(\(name)Stage.self),`")
            }
            return faults
        }
    }
}

extension SourceFile {
    /// The names in the manifest's list of workflows.
    var listedWorkflows: [String] {
        guard let list = text.firstMatch(of: #/let workflows = \[(?<names>[^\]]*)\]/#) else { return [] }
        return list.output.names.matches(of: #/"(?<name>\w+)"/#).map { String($0.output.name) }
    }

    /// The workflows whose stages the program installs.
    var installedWorkflows: [String] {
        text.matches(of: #/InstalledStage\((?<name>\w+)Stage\.self\)/#).map { String($0.output.name) }
    }
}
