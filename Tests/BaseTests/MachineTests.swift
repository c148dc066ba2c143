import Testing

@testable import Base

@Suite struct MachineTests {
    @Test(
        arguments: [
            ("Cpus_allowed:\tff,ffffffff\n", 40), ("Name:\tx\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n", 2),
            ("Name:\tx\n", nil), ("", nil), ("Cpus_allowed:\n", nil),
        ] as [(String, Int?)]) func coresAreThoseOfTheProcesssSet(_ status: String, _ expected: Int?)
    {
        #expect(Machine.cores(allowedIn: Array(status.utf8)) == expected)
    }

    @Test func machineHasACore() { #expect(Machine.cores >= 1) }

    @Test func emptyVariableIsNone() {
        #expect(Machine.variable("PATH")?.isEmpty == false)
        #expect(Machine.variable("SITEGEN_NO_SUCH_VARIABLE") == nil)
    }
}
