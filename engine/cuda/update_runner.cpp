#include "engine/cuda/update_runner.h"

#include "engine/cuda/sweep_kernel.h"

#include <algorithm>
#include <cstring>

namespace rbm::cuda {

namespace {

/// A whole run has the full batch and the last, smaller one; more means that settings changed.
constexpr std::size_t kGraphs = 8;

/// Where the pixels lie behind the scalars in a slot.
constexpr std::size_t kPixelsAt = sizeof(UpdateScalars);

} // namespace

UpdateRunner::UpdateRunner(const Device &device, const CudaModel &model)
    : m_device(device), m_model(model), m_scalars(device, 1), m_withFast(device) {}

UpdateRunner::~UpdateRunner() {
    dropGraphs();
    for (const Slot &slot : m_slots) {
        cudaFreeHost(slot.memory);
        if (slot.read != nullptr) {
            cudaEventDestroy(slot.read);
        }
    }
}

void UpdateRunner::dropGraphs() {
    for (const Graph &graph : m_graphs) {
        if (graph.replay != nullptr) {
            cudaGraphExecDestroy(graph.replay);
        }
    }
    m_graphs.clear();
}

void UpdateRunner::reset() {
    const std::size_t visible = m_model.visibleUnits();
    const std::size_t hidden = m_model.hiddenUnits();
    if (m_mu.size() != visible || m_lambda.size() != hidden) {
        takeShapes(visible, hidden);
    }
    m_lambda.upload(std::vector<float>(hidden, 0.5F));
    zeroFast();
}

void UpdateRunner::zeroFast() const {
    m_fast.weights.setZero();
    m_fast.visibleBias.setZero();
    m_fast.hiddenBias.setZero();
}

void UpdateRunner::takeShapes(std::size_t visible, std::size_t hidden) {
    dropGraphs();
    m_gradient = makeParameters(m_device, visible, hidden);
    m_mu = DeviceArray<float>(m_device, visible);
    m_sentMu.clear();
    m_lambda = DeviceArray<float>(m_device, hidden);
    m_decay = {};
    m_fast = {};
}

/// All zero, in the model's shapes, where there are none yet.
void UpdateRunner::makeFast() {
    if (m_fast.weights.size() > 0) {
        return;
    }
    const std::size_t visible = m_model.visibleUnits();
    const std::size_t hidden = m_model.hiddenUnits();
    m_withFast.setParameters(RbmParameters::zeros(visible, hidden));
    m_fast = makeParameters(m_device, visible, hidden);
    zeroFast();
}

void UpdateRunner::setFastParameters(const RbmParameters &fast) {
    makeFast();
    m_model.upload(fast, m_fast);
}

RbmParameters UpdateRunner::fastParameters() const {
    return m_fast.weights.size() > 0
               ? m_model.download(m_fast)
               : RbmParameters::zeros(m_model.visibleUnits(), m_model.hiddenUnits());
}

RbmParameters UpdateRunner::sampledWithFast() {
    makeFast();
    addFast();
    m_withFast.changed();
    return m_withFast.sampledParameters();
}

void UpdateRunner::run(CudaChains &chains, const MiniBatch &batch, std::size_t k,
                       const UpdateRule &rule, std::uint64_t seed, std::uint64_t update) {
    const std::size_t images = batch.rows.size();
    const Shape shape{chains.visible.data(),
                      chains.hidden.data(),
                      images,
                      rule.chains == 0 ? images : rule.chains,
                      k,
                      rule.startAtData,
                      !rule.visibleOffsets.empty(),
                      !rule.visibleOffsets.empty() && rule.weightDecay != 0,
                      rule.sparsityCost != 0,
                      rule.fast};
    if (rule.fast) {
        makeFast();
    }
    reserveFor(shape);
    setVisibleOffsets(rule.visibleOffsets);
    sendInput(batch, {seed, update, rule.step, rule.momentum, rule.weightDecay, rule.offsetRate,
                      rule.nesterov ? 1U : 0U, rule.sparsityCost, rule.sparsityTarget,
                      rule.fastStep, rule.fastKeep});
    Graph *known = nullptr;
    for (Graph &graph : m_graphs) {
        known = graph.shape == shape ? &graph : known;
    }
    if (known == nullptr) {
        enqueue(shape);
        if (m_graphs.size() >= kGraphs) {
            m_device.synchronise();
            dropGraphs();
        }
        m_graphs.push_back({shape});
        return;
    }
    if (known->replay == nullptr) {
        capture(*known);
    }
    m_device.check(cudaGraphLaunch(known->replay, m_device.stream()), "cudaGraphLaunch");
}

/// Waits for nothing but the slot's last copy.
void UpdateRunner::sendInput(const MiniBatch &batch, const UpdateScalars &scalars) {
    Slot &slot = freeSlot(kPixelsAt + batch.pixels.size());
    auto *bytes = static_cast<std::uint8_t *>(slot.memory);
    std::memcpy(bytes, &scalars, sizeof(scalars));
    std::memcpy(bytes + kPixelsAt, batch.pixels.data(), batch.pixels.size());
    m_device.check(cudaMemcpyAsync(m_scalars.data(), bytes, sizeof(scalars), cudaMemcpyHostToDevice,
                                   m_device.stream()),
                   "cudaMemcpyAsync of the update's settings");
    m_device.check(cudaMemcpyAsync(m_pixels.data(), bytes + kPixelsAt, batch.pixels.size(),
                                   cudaMemcpyHostToDevice, m_device.stream()),
                   "cudaMemcpyAsync of the images");
    m_device.check(cudaEventRecord(slot.read, m_device.stream()), "cudaEventRecord");
}

UpdateRunner::Slot &UpdateRunner::freeSlot(std::size_t bytes) {
    Slot &slot = m_slots[m_nextSlot];
    m_nextSlot = (m_nextSlot + 1) % kSlots;
    if (slot.read == nullptr) {
        m_device.check(cudaEventCreateWithFlags(&slot.read, cudaEventDisableTiming),
                       "cudaEventCreate");
    } else {
        m_device.check(cudaEventSynchronize(slot.read), "cudaEventSynchronize");
    }
    if (slot.bytes < bytes) {
        cudaFreeHost(slot.memory);
        slot.memory = nullptr;
        slot.bytes = 0;
        m_device.check(cudaMallocHost(&slot.memory, bytes), "cudaMallocHost");
        slot.bytes = bytes;
    }
    return slot;
}

void UpdateRunner::setVisibleOffsets(std::span<const float> offsets) {
    if (!std::equal(offsets.begin(), offsets.end(), m_sentMu.begin(), m_sentMu.end())) {
        m_mu.upload(offsets);
        m_sentMu.assign(offsets.begin(), offsets.end());
    }
}

/// Where an array grows, graphs that know its old place must go.
void UpdateRunner::reserveFor(const Shape &shape) {
    const std::size_t visible = m_model.visibleUnits();
    const std::size_t hidden = m_model.hiddenUnits();
    if (m_pixels.size() < shape.images * visible || m_dataHidden.size() < shape.images * hidden ||
        m_visibleInput.size() < shape.chains * visible ||
        m_hiddenInput.size() < shape.chains * hidden ||
        (shape.decays && m_decay.size() < visible * hidden)) {
        m_device.synchronise();
        dropGraphs();
        reserve(m_device, m_pixels, shape.images * visible);
        reserve(m_device, m_data, shape.images * visible);
        reserve(m_device, m_dataHidden, shape.images * hidden);
        reserve(m_device, m_visibleInput, shape.chains * visible);
        reserve(m_device, m_hiddenInput, shape.chains * hidden);
        if (shape.decays) {
            reserve(m_device, m_decay, visible * hidden);
        }
    }
}

void UpdateRunner::capture(Graph &graph) {
    cudaGraph_t recorded = nullptr;
    m_device.check(cudaStreamBeginCapture(m_device.stream(), cudaStreamCaptureModeThreadLocal),
                   "cudaStreamBeginCapture");
    try {
        enqueue(graph.shape);
    } catch (...) {
        cudaStreamEndCapture(m_device.stream(), &recorded);
        if (recorded != nullptr) {
            cudaGraphDestroy(recorded);
        }
        throw;
    }
    m_device.check(cudaStreamEndCapture(m_device.stream(), &recorded), "cudaStreamEndCapture");
    const cudaError_t made = cudaGraphInstantiate(&graph.replay, recorded, 0);
    cudaGraphDestroy(recorded);
    m_device.check(made, "cudaGraphInstantiate");
}

void UpdateRunner::enqueue(const Shape &shape) const {
    positivePhase(shape);
    negativePhase(shape);
    gradient(shape);
    if (shape.centred) {
        moveOffsets(m_device, m_lambda.data(), m_dataHidden.data(), shape.images,
                    m_model.hiddenUnits(), m_scalars.data());
        centre();
    }
    if (shape.fast) {
        moveFastParameters();
    }
    if (shape.sparse) {
        addSparsity(m_device, m_gradient.hiddenBias.data(), m_dataHidden.data(), shape.images,
                    m_model.hiddenUnits(), m_scalars.data());
    }
    if (shape.decays) {
        centreDecay();
    }
    move();
}

/// P(h | v_data), and for CD the chains' first hidden states from it.
void UpdateRunner::positivePhase(const Shape &shape) const {
    const std::size_t hidden = m_model.hiddenUnits();
    unpackBytes(m_device, m_pixels.data(), shape.images * m_model.visibleUnits(), m_data.data());
    m_model.hiddenInputs(m_model.values().weights.data(), m_data.data(), shape.images,
                         m_dataHidden.data());
    if (shape.startAtData) {
        DrawTask draw;
        draw.input = m_dataHidden.data();
        draw.bias = m_model.values().hiddenBias.data();
        draw.states = shape.hidden;
        draw.rows = shape.chains;
        draw.units = hidden;
        draw.purpose = Purpose::TrainingStart;
        draw.scalars = m_scalars.data();
        drawUnits(m_device, draw);
    }
    addBiasAndSigmoid(m_device, m_dataHidden.data(), m_model.values().hiddenBias.data(),
                      shape.images, hidden);
}

void UpdateRunner::negativePhase(const Shape &shape) const {
    if (shape.fast) {
        addFast();
    }
    const CudaModel &model = shape.fast ? m_withFast : m_model;
    if (model.rounded() == nullptr &&
        !sweepsAlone(m_device, model.visibleUnits(), model.hiddenUnits(), shape.chains)) {
        sweepByProducts(shape, model);
        return;
    }
    SweepTask task;
    task.first = visibleLayer(model, shape.visible, Purpose::TrainingVisible);
    task.second = hiddenLayer(model, shape.hidden, Purpose::TrainingHidden);
    task.chains = shape.chains;
    task.count = shape.k;
    task.scalars = m_scalars.data();
    task.perTick = shape.k;
    model.sweep(task);
}

void UpdateRunner::sweepByProducts(const Shape &shape, const CudaModel &model) const {
    DrawTask drawVisible;
    drawVisible.input = m_visibleInput.data();
    drawVisible.bias = model.values().visibleBias.data();
    drawVisible.states = shape.visible;
    drawVisible.rows = shape.chains;
    drawVisible.units = model.visibleUnits();
    drawVisible.purpose = Purpose::TrainingVisible;
    drawVisible.scalars = m_scalars.data();
    drawVisible.perTick = shape.k;
    DrawTask drawHidden = drawVisible;
    drawHidden.input = m_hiddenInput.data();
    drawHidden.bias = model.values().hiddenBias.data();
    drawHidden.states = shape.hidden;
    drawHidden.units = model.hiddenUnits();
    drawHidden.purpose = Purpose::TrainingHidden;
    for (std::size_t step = 0; step < shape.k; ++step) {
        drawVisible.offset = step;
        drawHidden.offset = step;
        model.visibleInputs(model.values().weights.data(), shape.hidden, shape.chains,
                            m_visibleInput.data());
        drawUnits(m_device, drawVisible);
        model.hiddenInputs(model.values().weights.data(), shape.visible, shape.chains,
                           m_hiddenInput.data());
        drawUnits(m_device, drawHidden);
    }
}

/// m_withFast becomes the model's parameters and the fast ones.
void UpdateRunner::addFast() const {
    const auto add = [this](const DeviceArray<float> &slow, const DeviceArray<float> &fast,
                            const DeviceArray<float> &out) {
        addArrays(m_device, slow.data(), fast.data(), out.size(), out.data());
    };
    const DeviceParameters &values = m_model.values();
    const DeviceParameters &sum = m_withFast.values();
    add(values.weights, m_fast.weights, sum.weights);
    add(values.visibleBias, m_fast.visibleBias, sum.visibleBias);
    add(values.hiddenBias, m_fast.hiddenBias, sum.hiddenBias);
    m_withFast.follow();
}

/// dW = v_neg^T h_neg / M - v_data^T P(h | v_data) / N, and likewise b and c.
void UpdateRunner::gradient(const Shape &shape) const {
    const std::size_t visible = m_model.visibleUnits();
    const std::size_t hidden = m_model.hiddenUnits();
    Product p;
    p.a = shape.visible;
    p.transposeA = true;
    p.b = shape.hidden;
    p.c = m_gradient.weights.data();
    p.rows = visible;
    p.columns = hidden;
    p.inner = shape.chains;
    p.alpha = 1 / static_cast<float>(shape.chains);
    m_device.multiply(p);
    p.a = m_data.data();
    p.b = m_dataHidden.data();
    p.inner = shape.images;
    p.alpha = -1 / static_cast<float>(shape.images);
    p.beta = 1;
    m_device.multiply(p);
    meanDifference(m_device, {shape.visible, shape.chains, m_data.data(), shape.images, visible,
                              m_gradient.visibleBias.data()});
    meanDifference(m_device, {shape.hidden, shape.chains, m_dataHidden.data(), shape.images, hidden,
                              m_gradient.hiddenBias.data()});
}

/// dW -= b lambda^T + mu c^T, where b and c are those before; then the biases' part.
void UpdateRunner::centre() const {
    centreWeights(m_device, {m_gradient.weights.data(), m_gradient.visibleBias.data(),
                             m_gradient.hiddenBias.data(), m_mu.data(), m_lambda.data(),
                             m_model.visibleUnits(), m_model.hiddenUnits()});
    takeFromBiases(m_gradient.weights.data());
}

/// move() adds the decay of W; here the biases lose its part, as they lose that of dW. Fast
/// parameters have none of it.
void UpdateRunner::centreDecay() const {
    decayShare(m_device, m_model.values().weights.data(), m_model.values().weights.size(),
               m_decay.data(), m_scalars.data());
    takeFromBiases(m_decay.data());
}

/// b -= dW lambda and c -= dW^T mu.
void UpdateRunner::takeFromBiases(const float *weights) const {
    Product p;
    p.a = weights;
    p.b = m_lambda.data();
    p.c = m_gradient.visibleBias.data();
    p.rows = m_model.visibleUnits();
    p.columns = 1;
    p.inner = m_model.hiddenUnits();
    p.alpha = -1;
    p.beta = 1;
    m_device.multiply(p);
    p.a = m_mu.data();
    p.b = weights;
    p.c = m_gradient.hiddenBias.data();
    p.rows = 1;
    p.columns = m_model.hiddenUnits();
    p.inner = m_model.visibleUnits();
    m_device.multiply(p);
}

void UpdateRunner::moveFastParameters() const {
    const auto step = [this](const DeviceArray<float> &gradient, const DeviceArray<float> &fast) {
        moveFast(m_device, gradient.data(), fast.data(), fast.size(), m_scalars.data());
    };
    step(m_gradient.weights, m_fast.weights);
    step(m_gradient.visibleBias, m_fast.visibleBias);
    step(m_gradient.hiddenBias, m_fast.hiddenBias);
}

void UpdateRunner::move() const {
    const auto step = [&](const DeviceArray<float> &gradient, const DeviceArray<float> &momentum,
                          const DeviceArray<float> &parameters, bool decays) {
        moveParameters(m_device, {gradient.data(), momentum.data(), parameters.data(),
                                  parameters.size(), decays, m_scalars.data()});
    };
    const DeviceParameters &values = m_model.values();
    const DeviceParameters &momentum = m_model.momentumValues();
    step(m_gradient.weights, momentum.weights, values.weights, true);
    step(m_gradient.visibleBias, momentum.visibleBias, values.visibleBias, false);
    step(m_gradient.hiddenBias, momentum.hiddenBias, values.hiddenBias, false);
    m_model.follow();
}

} // namespace rbm::cuda
