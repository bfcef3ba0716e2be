#include "engine/cuda/cuda_backend.h"

#include "engine/cuda/card_images.h"
#include "engine/cuda/cuda_model.h"
#include "engine/cuda/kernels.h"
#include "engine/cuda/sweep_choice.h"
#include "engine/cuda/sweeper.h"
#include "engine/cuda/update_runner.h"

#include <algorithm>
#include <optional>

namespace rbm::cuda {

namespace {

/// Images that the card looks at together: enough to keep it busy, 50 MB of inputs at 4096
/// hidden units.
constexpr std::size_t kImages = 4096;

std::vector<float> toFloats(std::span<const std::uint8_t> bytes) {
    return {bytes.begin(), bytes.end()};
}

class CudaBackend final : public Backend {
public:
    explicit CudaBackend(int deviceId)
        : m_device(deviceId), m_wanted(wantedSweepWay()), m_choice(m_device, m_wanted),
          m_model(m_device, m_wanted.value_or(SweepWay::Clusters) == SweepWay::Clusters),
          m_updates(m_device, m_model, m_choice), m_kept(m_device), m_sweeper(m_device) {}

    BackendInfo info() const override {
        return {"CUDA", m_device.name(), describeMemory(m_device.memory()), 1};
    }

    bool isInMainMemory() const override { return false; }

    void wait() override {
        m_device.use();
        m_device.synchronise();
    }

    void setParameters(const RbmParameters &parameters) override {
        m_device.use();
        m_model.setParameters(parameters);
        m_updates.reset();
    }
    RbmParameters parameters() const override {
        m_device.use();
        return m_model.parameters();
    }
    RbmParameters sampledParameters() const override {
        m_device.use();
        return m_model.sampledParameters();
    }
    void setMomentum(const RbmParameters &momentum) override {
        m_device.use();
        m_model.setMomentum(momentum);
    }
    RbmParameters momentum() const override {
        m_device.use();
        return m_model.momentum();
    }
    void setFastParameters(const RbmParameters &fast) override {
        m_device.use();
        m_updates.setFastParameters(fast);
    }
    RbmParameters fastParameters() const override {
        m_device.use();
        return m_updates.fastParameters();
    }
    RbmParameters sampledWithFast() const override {
        m_device.use();
        return m_updates.sampledWithFast();
    }
    void setHiddenOffsets(std::span<const float> offsets) override {
        m_device.use();
        require(offsets.size() == m_model.hiddenUnits(), "The offsets do not fit the model.");
        m_updates.hiddenOffsets().upload(offsets);
    }
    std::vector<float> hiddenOffsets() const override {
        m_device.use();
        return m_updates.hiddenOffsets().download();
    }

    bool keepImages(const Dataset &images, Pixels pixels, std::uint64_t seed) override {
        m_device.use();
        return m_kept.keep(images, pixels, seed);
    }

    std::unique_ptr<Chains> makeChains(std::size_t count) override {
        m_device.use();
        return std::make_unique<CudaChains>(m_device, count, m_model.visibleUnits(),
                                            m_model.hiddenUnits());
    }
    void setStates(Chains &chains, const ChainStates &states) override {
        m_device.use();
        auto &own = dynamic_cast<CudaChains &>(chains);
        require(states.count == own.count() && states.visible.size() == own.visible.size() &&
                    states.hidden.size() == own.hidden.size(),
                "The states do not fit the chains.");
        own.visible.upload(toFloats(states.visible));
        own.hidden.upload(toFloats(states.hidden));
    }
    ChainStates states(const Chains &chains) const override {
        m_device.use();
        const auto &own = dynamic_cast<const CudaChains &>(chains);
        return {own.count(), toStates(own.visible), toStates(own.hidden)};
    }

    void swapStates(Chains &a, Chains &b, std::span<const std::uint8_t> which) override {
        m_device.use();
        auto &x = dynamic_cast<CudaChains &>(a);
        auto &y = dynamic_cast<CudaChains &>(b);
        require(which.size() == x.count() && which.size() == y.count(),
                "Only chains of the same number can change places.");
        reserve(m_device, m_rows, which.size());
        m_rows.upload(which); // in order behind what last read them
        swapRows(m_device, x.visible.data(), y.visible.data(), m_rows.data(), x.count(),
                 m_model.visibleUnits());
        swapRows(m_device, x.hidden.data(), y.hidden.data(), m_rows.data(), x.count(),
                 m_model.hiddenUnits());
    }

    void pcdUpdate(Chains &persistent, const MiniBatch &batch, std::size_t k,
                   const UpdateRule &rule, std::uint64_t seed, std::uint64_t update) override {
        m_device.use();
        auto &chains = dynamic_cast<CudaChains &>(persistent);
        const std::size_t images = batch.rows.size();
        const std::size_t n = rule.chains == 0 ? images : rule.chains;
        require(
            images > 0 && n <= chains.count() && (!rule.startAtData || n == images) &&
                (batch.pixels.empty() || batch.pixels.size() == images * m_model.visibleUnits()),
            "The mini-batch does not fit the model or its chains.");
        require(rule.visibleOffsets.empty() || rule.visibleOffsets.size() == m_model.visibleUnits(),
                "The offsets do not fit the model.");
        if (batch.pixels.empty()) {
            m_kept.require(batch.rows, m_model.visibleUnits());
        }
        m_model.changed(); // the graph that is replayed makes anew what it needs of it
        m_updates.run(chains, batch, m_kept, k, rule, seed, update);
        m_model.changed();
    }

    void gibbs(Chains &chains, const Sweeps &sweeps) override {
        m_device.use();
        auto &own = dynamic_cast<CudaChains &>(chains);
        const std::size_t mask = sweeps.clamped.size();
        require(mask == 0 || mask == m_model.visibleUnits() || mask == own.visible.size(),
                "The mask of held pixels does not fit the model.");
        const DeviceArray<std::uint8_t> held(m_device, sweeps.clamped.size());
        held.upload(sweeps.clamped);
        SweepTask task;
        task.first = hiddenLayer(m_model, own.hidden.data(), hiddenPurpose(sweeps.purpose));
        task.second = visibleLayer(m_model, own.visible.data(), sweeps.purpose);
        task.second.base = m_model.values().visibleBias();
        task.visibleFirst = false;
        task.chains = own.count();
        task.count = sweeps.count;
        task.beta = sweeps.beta;
        task.firstChain = sweeps.firstChain;
        task.held = held.data();
        task.heldByRow = mask > m_model.visibleUnits();
        task.steps.seed = sweeps.seed;
        task.steps.first = sweeps.firstStep;
        const SweepWay way = m_choice.way(m_model, own.count());
        if (way == SweepWay::Products) {
            m_sweeper.reserve(m_model, own.count());
        }
        m_sweeper.run(m_model, way, task);
        if (held.size() > 0) {
            m_device.synchronise(); // it must live until then
        }
    }

    std::vector<float> visibleProbabilities(const Chains &chains) const override {
        m_device.use();
        const auto &own = dynamic_cast<const CudaChains &>(chains);
        reserve(m_device, m_visibleInput, own.visible.size());
        m_model.visibleInputs(m_device, m_model.values().weights(), own.hidden.data(), own.count(),
                              m_visibleInput.data());
        addBiasAndSigmoid(m_device, m_visibleInput.data(), m_model.values().visibleBias(),
                          own.count(), m_model.visibleUnits());
        std::vector<float> result(own.visible.size());
        m_visibleInput.download(std::span(result));
        return result;
    }

    void hiddenLogSums(const Chains &chains, float beta, std::span<double> out) const override {
        m_device.use();
        const auto &own = dynamic_cast<const CudaChains &>(chains);
        require(out.size() == own.count(), "The sums do not fit the chains.");
        hiddenInputs(own);
        reserve(m_device, m_sums, own.count());
        LogWeightTask task = logWeightTask(own);
        task.visible = nullptr;
        task.beta = beta;
        task.out = m_sums.data();
        logWeights(m_device, task);
        m_sums.download(out);
    }

    void anneal(Chains &chains, const Annealing &annealing, std::span<double> weights) override {
        m_device.use();
        auto &own = dynamic_cast<CudaChains &>(chains);
        require(weights.size() == own.count(), "The log weights do not fit the chains.");
        requireBase(annealing);
        const DeviceArray<float> visibleBase(m_device, annealing.visibleBase.size());
        const DeviceArray<float> hiddenBase(m_device, annealing.hiddenBase.size());
        const DeviceArray<double> sums(m_device, own.count());
        visibleBase.upload(annealing.visibleBase);
        hiddenBase.upload(annealing.hiddenBase);
        sums.upload(weights);
        LogWeightTask weigh = logWeightTask(own);
        weigh.visibleBase = visibleBase.data();
        weigh.hiddenBase = hiddenBase.data();
        weigh.out = sums.data();
        DrawTask visible;
        visible.purpose = annealing.purpose;
        visible.firstChain = annealing.firstChain;
        visible.steps.seed = annealing.seed;
        visible.steps.first = annealing.firstStep;
        visible.base = visibleBase.data();
        DrawTask hidden = visible;
        hidden.base = hiddenBase.data();
        for (std::size_t t = 1; t < annealing.betas.size(); ++t) {
            hiddenInputs(own);
            weigh.beta = annealing.betas[t];
            if (weigh.beta != annealing.betas[t - 1]) {
                addLogWeightChange(m_device, weigh, annealing.betas[t - 1]);
            }
            visible.beta = hidden.beta = weigh.beta;
            drawHidden(own, hidden, t - 1);
            drawVisible(own, visible, t - 1);
        }
        sums.download(weights);
    }

    void freeEnergies(std::span<const std::uint8_t> pixels, std::span<double> out) const override {
        m_device.use();
        requireImages(pixels.size(), out.size());
        const DeviceArray<double> sums(m_device, std::min(kImages, out.size()));
        forImages(pixels, [&](std::size_t first, std::size_t count) {
            LogWeightTask task = logWeightTask();
            task.visible = m_images.data();
            task.rows = count;
            task.out = sums.data();
            logWeights(m_device, task);
            sums.download(out.subspan(first, count));
        });
        for (double &energy : out) {
            energy = -energy;
        }
    }

    void hiddenProbabilities(std::span<const std::uint8_t> pixels,
                             std::span<float> out) const override {
        m_device.use();
        const std::size_t units = m_model.hiddenUnits();
        requireImages(pixels.size(), out.size() / units);
        forImages(pixels, [&](std::size_t first, std::size_t count) {
            addBiasAndSigmoid(m_device, m_hiddenInput.data(), m_model.values().hiddenBias(), count,
                              units);
            m_hiddenInput.download(out.subspan(first * units, count * units));
        });
    }

private:
    static void require(bool fits, const char *sentence) {
        if (!fits) {
            throw Error(sentence);
        }
    }

    void requireBase(const Annealing &annealing) const {
        require(annealing.visibleBase.size() == m_model.visibleUnits() &&
                    annealing.hiddenBase.size() == m_model.hiddenUnits(),
                "The base model does not fit the model.");
        require(!annealing.betas.empty() &&
                    std::all_of(annealing.betas.begin(), annealing.betas.end(),
                                [](float beta) { return beta >= 0 && beta <= 1; }),
                "Inverse temperatures must be between 0 and 1.");
    }

    void requireImages(std::size_t bytes, std::size_t images) const {
        require(bytes == images * m_model.visibleUnits(), "The images do not fit the model.");
    }

    static std::vector<std::uint8_t> toStates(const DeviceArray<float> &array) {
        const std::vector<float> values = array.download();
        std::vector<std::uint8_t> states(values.size());
        std::transform(values.begin(), values.end(), states.begin(),
                       [](float value) { return value != 0 ? 1 : 0; });
        return states;
    }

    static Purpose hiddenPurpose(Purpose visible) {
        return static_cast<Purpose>(static_cast<std::uint32_t>(visible) + 1);
    }

    /// v.W of the chains' visible states, into m_hiddenInput.
    void hiddenInputs(const CudaChains &chains) const {
        reserve(m_device, m_hiddenInput, chains.hidden.size());
        m_model.hiddenInputs(m_device, m_model.chainWeights(), chains.visible.data(),
                             chains.count(), m_hiddenInput.data());
    }

    /// From m_hiddenInput; the task's purpose is that of the visible units.
    void drawHidden(CudaChains &chains, DrawTask task, std::size_t step) const {
        task.input = m_hiddenInput.data();
        task.bias = m_model.values().hiddenBias();
        task.states = chains.hidden.data();
        task.rows = chains.count();
        task.units = m_model.hiddenUnits();
        task.purpose = hiddenPurpose(task.purpose);
        task.offset = step;
        drawUnits(m_device, task);
    }

    void drawVisible(CudaChains &chains, DrawTask task, std::size_t step) const {
        reserve(m_device, m_visibleInput, chains.visible.size());
        m_model.visibleInputs(m_device, m_model.chainWeights(), chains.hidden.data(),
                              chains.count(), m_visibleInput.data());
        task.input = m_visibleInput.data();
        task.bias = m_model.values().visibleBias();
        task.states = chains.visible.data();
        task.rows = chains.count();
        task.units = m_model.visibleUnits();
        task.offset = step;
        drawUnits(m_device, task);
    }

    /// At beta 1, of hidden inputs in m_hiddenInput.
    LogWeightTask logWeightTask() const {
        LogWeightTask task;
        task.visibleBias = m_model.values().visibleBias();
        task.visibleUnits = m_model.visibleUnits();
        task.hiddenInput = m_hiddenInput.data();
        task.hiddenBias = m_model.values().hiddenBias();
        task.hiddenUnits = m_model.hiddenUnits();
        return task;
    }
    LogWeightTask logWeightTask(const CudaChains &chains) const {
        reserve(m_device, m_hiddenInput, chains.hidden.size());
        LogWeightTask task = logWeightTask();
        task.visible = chains.visible.data();
        task.rows = chains.count();
        return task;
    }

    /// Calls work(number of the first image, how many) with the images in m_images and their
    /// v.W in m_hiddenInput.
    template <typename Work>
    void forImages(std::span<const std::uint8_t> pixels, const Work &work) const {
        const std::size_t visible = m_model.visibleUnits();
        const std::size_t images = pixels.size() / visible;
        const std::size_t together = std::min(kImages, images);
        reserve(m_device, m_imageBytes, together * visible);
        reserve(m_device, m_images, together * visible);
        reserve(m_device, m_hiddenInput, together * m_model.hiddenUnits());
        for (std::size_t first = 0; first < images; first += kImages) {
            const std::size_t count = std::min(kImages, images - first);
            m_imageBytes.upload(pixels.subspan(first * visible, count * visible));
            unpackBytes(m_device, m_imageBytes.data(), count * visible, m_images.data());
            m_model.hiddenInputs(m_device, m_model.values().weights(), m_images.data(), count,
                                 m_hiddenInput.data());
            work(first, count);
        }
    }

    Device m_device; ///< goes last
    std::optional<SweepWay> m_wanted;
    SweepChoice m_choice;
    CudaModel m_model;
    mutable UpdateRunner m_updates; // what it adds up for reading is no change
    CardImages m_kept;              ///< images of updates
    Sweeper m_sweeper;              ///< of gibbs()
    // Room for the verbs that need it, grown on demand.
    mutable DeviceArray<float> m_hiddenInput;
    mutable DeviceArray<float> m_visibleInput;
    mutable DeviceArray<float> m_images;
    mutable DeviceArray<std::uint8_t> m_imageBytes;
    mutable DeviceArray<double> m_sums;
    DeviceArray<std::uint8_t> m_rows;
};

} // namespace

std::unique_ptr<Backend> makeCudaBackend(int deviceId) {
    return std::make_unique<CudaBackend>(deviceId);
}

} // namespace rbm::cuda
