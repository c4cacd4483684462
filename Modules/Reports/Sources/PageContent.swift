/// What the template of an assessment's page asks for, by its names.
struct PageContent {
    struct Verdict {
        let name: String
        let text: String
        var detail: String?
    }

    struct Phase {
        let number: Int
        let name: String
        let isMarked: Bool
        let yield: String
        let target: String
        let reason: String
    }

    struct Edge {
        let text: String
        let tint: String
        let reason: String
    }

    struct Workflow {
        let number: Int
        let name: String
        let boxes: [String]
        let level: String
        let edges: [Edge]
        let next: String
    }

    struct Step {
        let title: String
        let reason: String
        let worth: String
        let effort: String
    }

    struct Trend {
        let name: String
        let last: String
        let unit: String
        let picture: String
    }

    struct Checked {
        let name: String
        let level: String
        let checks: [Check]
    }

    struct Check {
        let id: String
        let question: String
        let outcome: String
        let facts: String
        let remedy: String
    }

    let title: String
    let subtitle: String
    let simulated: String?
    let style: String
    let verdicts: [Verdict]
    let wheel: String
    let phases: [Phase]
    let levels: Int
    let columns: [String]
    let workflows: [Workflow]
    let graph: String?
    let roadmap: [Step]
    let trends: [Trend]
    let checked: [Checked]
    let footer: String

    let hasRoadmap: Bool
    let hasTrends: Bool
}
