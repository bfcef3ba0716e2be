// Tests and measures the CUDA module on a bare machine.
// gpu_check: every check against the plain reference; a line each, ends with 0 or 1.
// gpu_check --benchmark EPOCHS IDX: trains on the images of this file, repeated to 60,000, at the
// original's defaults, and prints one JSON object of seconds.
// gpu_check --quick: the same of a tiny problem, to see that it runs.
#include "engine/backend/cuda_module.h"
#include "engine/base/error.h"
#include "engine/model/parameters.h"
#include "tests/support/backend_checks.h"
#include "tests/support/reference_backend.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace rbm;

/// The original's defaults, or something that an interpreter of the kernels can do.
struct Size {
    std::size_t visible = 784;
    std::size_t hidden = 500;
    std::size_t images = 60000;
    std::size_t batch = 80;
    std::size_t k = 30;
    std::size_t epochs = 130;
    std::size_t chains = 225;
    std::size_t steps = 3000;
    std::size_t runs = 100;
    std::size_t temperatures = 14500;
};

constexpr Size kQuick{20, 10, 40, 8, 2, 3, 5, 10, 4, 10};

double secondsOf(const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The images of an IDX file, repeated. A whole training has to be run: how many units
/// are on, which decides the time, changes with it.
Dataset repeatedImages(const std::string &path, const Size &size) {
    constexpr std::size_t kHeader = 16;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.size() < kHeader + size.visible || bytes[3] != 3) {
        throw Error("'" + path + "' holds no images in IDX.");
    }
    const std::size_t whole = (bytes.size() - kHeader) / size.visible * size.visible;
    Dataset images;
    images.width = size.visible;
    images.height = 1;
    images.pixels.resize(size.images * size.visible);
    for (std::size_t at = 0; at < images.pixels.size(); ++at) {
        images.pixels[at] = static_cast<std::uint8_t>(bytes[kHeader + at % whole]);
    }
    return images;
}

class Benchmark {
public:
    Benchmark(Backend &backend, const Size &size, Dataset images)
        : m_backend(backend), m_size(size), m_images(std::move(images)), m_rows(size.images) {
        std::iota(m_rows.begin(), m_rows.end(), 0U);
        if (!backend.keepImages(m_images, Pixels::Gray, 1)) {
            throw Error("The card has no room for the images.");
        }
        backend.setParameters(initialParameters(size.visible, size.hidden, 1));
        m_chains = backend.makeChains(size.batch);
    }

    void run() {
        std::printf("{\"device\": \"%s\", \"visible\": %zu, \"hidden\": %zu, \"batch\": %zu, "
                    "\"k\": %zu",
                    m_backend.info().device.c_str(), m_size.visible, m_size.hidden, m_size.batch,
                    m_size.k);
        std::vector<double> epochs(m_size.epochs);
        const double all = secondsOf([&] {
            for (double &seconds : epochs) {
                seconds = secondsOf([this] { trainEpoch(m_size.k); });
            }
        });
        const double last = epochs.back();
        std::sort(epochs.begin(), epochs.end());
        std::printf(", \"seconds_per_epoch\": {\"minimum\": %.6f, \"median\": %.6f, "
                    "\"last\": %.6f}",
                    epochs[0], epochs[epochs.size() / 2], last);
        std::printf(", \"seconds_for_%zu_epochs\": %.4f", m_size.epochs, all);
        print("seconds_for_an_epoch_of_pcd_1", [this] { trainEpoch(1); });
        print("seconds_for_chains_in_one_call", [this] { sweep(m_size.steps, 1); });
        print("seconds_for_chains_step_by_step", [this] { sweep(1, m_size.steps); });
        print("seconds_for_annealing", [this] { anneal(); });
        print("seconds_for_free_energies", [this] { freeEnergies(); });
        std::printf("}\n");
    }

private:
    void print(const char *name, const std::function<void()> &work) {
        work(); // warms up
        std::printf(", \"%s\": %.6f", name, secondsOf(work));
    }

    /// The shuffling is not in it; the wait for the card is.
    void trainEpoch(std::size_t k) {
        for (std::size_t at = 0; at + m_size.batch <= m_size.images; at += m_size.batch) {
            const auto rows = std::span(m_rows).subspan(at, m_size.batch);
            m_backend.pcdUpdate(*m_chains, {rows, {}}, k, {0.00125F, 0.3F}, 1, m_update++);
        }
        m_backend.hiddenOffsets(); // waits
    }

    void sweep(std::size_t steps, std::size_t calls) {
        const auto chains = m_backend.makeChains(m_size.chains);
        Sweeps sweeps;
        sweeps.count = steps;
        for (std::size_t call = 0; call < calls; ++call) {
            sweeps.firstStep = call * steps;
            m_backend.gibbs(*chains, sweeps);
        }
        m_backend.states(*chains);
    }

    void anneal() {
        const auto chains = m_backend.makeChains(m_size.runs);
        std::vector<float> betas(m_size.temperatures + 1);
        for (std::size_t t = 0; t < betas.size(); ++t) {
            betas[t] = static_cast<float>(t) / static_cast<float>(m_size.temperatures);
        }
        std::vector<double> weights(m_size.runs);
        const std::vector<float> base(std::max(m_size.visible, m_size.hidden));
        Annealing annealing;
        annealing.visibleBase = std::span(base).first(m_size.visible);
        annealing.hiddenBase = std::span(base).first(m_size.hidden);
        annealing.betas = betas;
        m_backend.anneal(*chains, annealing, weights);
    }

    void freeEnergies() {
        std::vector<double> energies(m_size.images);
        m_backend.freeEnergies(m_images.pixels, energies);
    }

    Backend &m_backend;
    Size m_size;
    Dataset m_images;
    std::vector<std::uint32_t> m_rows; ///< all in order
    std::unique_ptr<Chains> m_chains;
    std::uint64_t m_update = 0;
};

bool check(Backend &backend) {
    bool right = true;
    for (const test::BackendCheck &one : test::backendChecks()) {
        const bool passed = one.run(backend);
        std::cout << backend.info().device << ": " << one.name << ": " << (passed ? "ok" : "FAILED")
                  << std::endl;
        right = right && passed;
    }
    return right;
}

int run(const std::vector<std::string> &args) {
    const auto asked = [&](const char *option) {
        return std::find(args.begin(), args.end(), option) != args.end();
    };
    const CudaModule &cuda = cudaModule();
    if (cuda.module == nullptr) {
        throw Error("There is no card to test: " + cuda.reason.english() + ".");
    }
    const auto backend = cuda.module->makeBackend(0);
    if (asked("--quick")) {
        const auto images = test::randomImages(kQuick.visible, 1, kQuick.images, true, 1);
        Benchmark(*backend, kQuick, *images).run();
    } else if (asked("--benchmark") && args.size() == 3) {
        Size size;
        size.epochs = std::stoul(args[1]);
        Benchmark(*backend, size, repeatedImages(args[2], size)).run();
    } else {
        return check(*backend) ? 0 : 1;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    try {
        return run(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::exception &error) {
        std::cerr << "gpu_check: " << error.what() << std::endl;
        return 1;
    }
}
