import Assessment
import Learning
import Settings

/// What `flywheel.yaml` says of assessments.
struct AssessmentSettings {
    /// What maturity is judged by.
    let model: MaturityModel

    /// The standard model.
    init() { model = .standard }

    private enum Key: String, CaseIterable { case assessment }

    private enum Section: String, CaseIterable {
        /// The file of a model, as `flywheel assess model --format json` prints it.
        case model
    }

    /// Reads the text of a configuration file; without one, or without the section, the standard model holds.
    ///
    /// - Parameter file: reads a file that the configuration names by its path.
    init(yaml: String, file: (String) throws -> String) throws {
        let entries = try SettingsNode(yaml: yaml)?.entries() ?? []
        let section = try entries.first { $0.key == Key.assessment.rawValue }?.value.section(Section.self)
        guard let path = try section?[.model]?.text() else {
            model = .standard
            return
        }
        do {
            model = try MaturityModel(json: try file(path))
        } catch let error as MaturityModelError {
            throw Diagnostic(
                "maturity-model", error.description, place: path, help: "flywheel assess model --format json",
                exit: .failed)
        }
    }
}
