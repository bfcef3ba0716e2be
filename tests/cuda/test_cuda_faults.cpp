// Cards that fail, and the module that the programs open, on the stand-in for the runtime.
#include "engine/backend/cuda_module.h"
#include "engine/base/error.h"
#include "engine/cuda/cuda_backend.h"
#include "tests/cuda/emulation/cuda_runtime.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

using namespace rbm;
using namespace rbm::test;

extern "C" const DeviceModule *rbmDeviceModule();

namespace {

/// What a training with all that surrounds it asks of a card.
void useEveryVerb() {
    const auto images = randomImages(5, 4, 3, true, 8);
    const std::vector<std::uint32_t> rows = {0, 1, 2};
    const std::vector<float> offsets(20, 0.5F);
    const auto backend = cuda::makeCudaBackend(0);
    backend->setParameters(randomModel(20, 10, 0.5, 1));
    backend->keepImages(*images, Pixels::Sampled, 1);
    const auto chains = backend->makeChains(3);
    UpdateRule rule{0.1F, 0.5F};
    rule.visibleOffsets = offsets;
    for (std::uint64_t update = 0; update < 3; ++update) {
        backend->pcdUpdate(*chains, {rows, images->pixels}, 1, rule, 1, update);
        backend->pcdUpdate(*chains, {rows, {}}, 1, rule, 1, update);
    }
    std::vector<double> sums(3);
    const std::vector<float> betas = {0, 1};
    Annealing annealing;
    annealing.betas = betas;
    annealing.visibleBase = offsets;
    annealing.hiddenBase = std::span(offsets).first(10);
    backend->gibbs(*chains, {});
    backend->anneal(*chains, annealing, sums);
    backend->freeEnergies(images->pixels, sums);
    backend->visibleProbabilities(*chains);
    backend->parameters();
    backend->states(*chains);
}

std::string messageOf(const std::function<void()> &work) {
    try {
        work();
    } catch (const DeviceError &error) {
        return error.what();
    }
    return {};
}

} // namespace

class TestCudaFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qputenv("RBM_CUDA_MODULE", RBM_EMULATED_MODULE);
        qputenv("RBM_CUDA_SWEEPS", "clusters"); // test_sweep_choice has faults while it measures
    }

    void init() { emulation::machine().major = 9; }
    void cleanup() {
        emulation::heal();
        emulation::machine() = {};
    }

    void anErrorNamesTheCallAndTheCard() {
        emulation::failAt("cudaMalloc", 4, cudaErrorMemoryAllocation, false);
        const auto message = QString::fromStdString(messageOf(useEveryVerb));
        QVERIFY2(message.startsWith("cudaMalloc of ") &&
                     message.endsWith(" bytes failed on Emulated GPU 0: out of memory."),
                 qPrintable(message));
        emulation::failAt("launch", 2, cudaErrorLaunchFailure, false);
        QCOMPARE(messageOf(useEveryVerb),
                 std::string("roundWeights failed on Emulated GPU 0: unspecified launch failure."));
    }

    // The n-th call fails, for every n until none does: a card that was lost, then one that
    // went on. Each time the error comes to the caller, and nothing stays allocated.
    void aFaultAtAnyCallIsReportedAndLeavesNothingBehind_data() {
        QTest::addColumn<bool>("lost");
        QTest::newRow("lost") << true;
        QTest::newRow("passing") << false;
    }
    void aFaultAtAnyCallIsReportedAndLeavesNothingBehind() {
        QFETCH(bool, lost);
        int failures = 0;
        for (int call = 1;; ++call) {
            emulation::failAt("", call, cudaErrorLaunchFailure, lost);
            const std::string message = messageOf(useEveryVerb);
            emulation::heal();
            QCOMPARE(emulation::allocations(), std::size_t{0});
            if (message.empty()) {
                break;
            }
            ++failures;
        }
        QVERIFY2(failures > 60, qPrintable(QString::number(failures)));
        useEveryVerb(); // healthy again
    }

    void afterAPassingFaultTheBackendWorksWithNewParameters() {
        const auto images = randomImages(5, 4, 3, true, 8);
        const std::vector<std::uint32_t> rows = {0, 1, 2};
        const auto backend = cuda::makeCudaBackend(0);
        backend->setParameters(randomModel(20, 10, 0.5, 1));
        const auto chains = backend->makeChains(3);
        const auto update = [&](std::uint64_t number) {
            backend->pcdUpdate(*chains, {rows, images->pixels}, 1, {0.1F, 0.5F}, 1, number);
        };
        update(0);
        emulation::failAt("launch", 2, cudaErrorLaunchFailure, false); // within the capture
        QVERIFY_THROWS_EXCEPTION(DeviceError, update(1));
        QCOMPARE(cudaGetLastError(), cudaSuccess); // the next kernel's launch would meet it
        backend->setParameters(randomModel(20, 10, 0.5, 1));
        update(0);
        update(1);
        QVERIFY(backend->parameters().weights != randomModel(20, 10, 0.5, 1).weights);
    }

    void theProbeSaysWhyACardCannotBeUsed() {
        const auto reason = [](int id) { return rbmDeviceModule()->probe(id).reason.english(); };
        QCOMPARE(rbmDeviceModule()->probe(0).device,
                 std::string("Emulated GPU 0, 1024 MiB of memory"));
        QVERIFY(rbmDeviceModule()->probe(0).available);
        QCOMPARE(reason(1), std::string("there is no card 1, the last is 0"));
        QCOMPARE(reason(-1), std::string("there is no card -1, the last is 0"));
        emulation::machine().major = 6;
        QCOMPARE(reason(0), std::string("The start failed on Emulated GPU 0: its compute "
                                        "capability is 6.6, but 7.5 is needed"));
        emulation::machine().state = cudaErrorInsufficientDriver;
        QCOMPARE(reason(0), std::string("the NVIDIA driver is missing or too old for this build"));
        emulation::machine().state = cudaErrorNoDevice;
        QCOMPARE(reason(0), std::string("no NVIDIA card"));
        emulation::machine() = {};
        emulation::failAt("cudaMalloc", 1, cudaErrorMemoryAllocation, false);
        QVERIFY(QString::fromStdString(reason(0)).endsWith("out of memory"));
    }

    // Through dlopen, with exceptions that cross its border.
    void theModuleGivesTheProgramABackend() {
        QVERIFY2(cudaModule().module != nullptr, cudaModule().reason.english().c_str());
        const auto entry = listBackends().front();
        QVERIFY(entry.available);
        QCOMPARE(entry.device, std::string("Emulated GPU 0, 1024 MiB of memory"));
        const auto backend = makeBackend(BackendChoice::Auto);
        QCOMPARE(backend->info().name, std::string("CUDA"));
        backend->setParameters(randomModel(20, 10, 0.5, 1));
        std::vector<double> out(2);
        QVERIFY_THROWS_EXCEPTION(Error, backend->freeEnergies(std::vector<std::uint8_t>(39), out));
        BackendOptions second;
        second.deviceId = 1;
        QVERIFY_THROWS_EXCEPTION(Error, makeBackend(BackendChoice::Cuda, second));
        QCOMPARE(makeBackend(BackendChoice::Auto, second)->info().name, std::string("CPU"));
    }
};

QTEST_GUILESS_MAIN(TestCudaFaults)
#include "test_cuda_faults.moc"
