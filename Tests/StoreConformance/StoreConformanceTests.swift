import FlywheelStore
import Testing

@Suite("Every store behaves alike")
struct StoreConformanceTests {
    @Test(arguments: Backend.allCases, StoreCase.allCases)
    func holds(backend: Backend, behaviour: StoreCase) throws {
        try behaviour.run(on: backend.bench())
    }
}
