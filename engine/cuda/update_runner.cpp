#include "engine/cuda/update_runner.h"

#include <cstring>

namespace rbm::cuda {

namespace {

/// A whole run has the full batch and the last, smaller one; more means that settings changed.
constexpr std::size_t kGraphs = 8;

/// Where the pixels or the rows lie behind the scalars.
constexpr std::size_t kImagesAt = sizeof(UpdateScalars);
static_assert(kImagesAt % alignof(std::uint32_t) == 0);

/// What a batch sends for its images: their pixels, or which they are.
std::span<const std::byte> imagesOf(const MiniBatch &batch) {
    return batch.pixels.empty() ? std::as_bytes(batch.rows) : std::as_bytes(batch.pixels);
}

} // namespace

UpdateRunner::UpdateRunner(const Device &device, const CudaModel &model, SweepChoice &choice)
    : m_device(device), m_side(device.id(), Device::Turn::Second), m_model(model), m_choice(choice),
      m_gradient(device, model), m_sweeper(device), m_withFast(device, model.mayRound()) {}

UpdateRunner::~UpdateRunner() {
    for (const Slot &slot : m_slots) {
        if (slot.read != nullptr) {
            cudaEventDestroy(slot.read);
        }
    }
}

void UpdateRunner::reset() {
    if (m_gradient.reset()) {
        m_graphs.clear();
        m_fast = {};
    }
    m_fast.all().setZero();
}

/// All zero, in the model's shapes, where there are none yet.
void UpdateRunner::makeFast() {
    if (m_fast.isEmpty()) {
        const std::size_t visible = m_model.visibleUnits();
        const std::size_t hidden = m_model.hiddenUnits();
        m_withFast.setParameters(RbmParameters::zeros(visible, hidden));
        m_fast = DeviceParameters(m_device, visible, hidden);
    }
}

void UpdateRunner::setFastParameters(const RbmParameters &fast) {
    makeFast();
    m_model.upload(fast, m_fast);
}

RbmParameters UpdateRunner::fastParameters() const {
    return m_fast.isEmpty() ? RbmParameters::zeros(m_model.visibleUnits(), m_model.hiddenUnits())
                            : m_model.download(m_fast);
}

RbmParameters UpdateRunner::sampledWithFast() {
    makeFast();
    addFast();
    m_withFast.changed();
    return m_withFast.sampledParameters();
}

UpdateRunner::Shape UpdateRunner::shapeOf(const CudaChains &chains, const MiniBatch &batch,
                                          std::size_t k, const UpdateRule &rule,
                                          std::size_t keptImages) {
    Shape shape;
    shape.visible = chains.visible.data();
    shape.hidden = chains.hidden.data();
    shape.images = batch.rows.size();
    shape.chains = rule.chains == 0 ? shape.images : rule.chains;
    shape.k = k;
    shape.way = m_choice.way(m_model, shape.chains);
    shape.kept = batch.pixels.empty() ? keptImages : 0;
    shape.startAtData = rule.startAtData;
    shape.centred = !rule.visibleOffsets.empty();
    shape.decays = shape.centred && rule.weightDecay != 0;
    shape.sparse = rule.sparsityCost != 0;
    shape.fast = rule.fast;
    return shape;
}

void UpdateRunner::run(CudaChains &chains, const MiniBatch &batch, const CardImages &images,
                       std::size_t k, const UpdateRule &rule, std::uint64_t seed,
                       std::uint64_t update) {
    const Shape shape = shapeOf(chains, batch, k, rule, images.version());
    if (rule.fast) {
        makeFast();
    }
    reserveFor(shape);
    m_gradient.setVisibleOffsets(rule.visibleOffsets);
    sendInput(batch, {seed, update, batch.epoch, rule.step, rule.momentum, rule.weightDecay,
                      rule.offsetRate, rule.nesterov ? 1U : 0U, rule.sparsityCost,
                      rule.sparsityTarget, rule.fastStep, rule.fastKeep});
    const ImagesTask task = images.task(
        reinterpret_cast<const std::uint32_t *>(m_input.data() + kImagesAt), shape.images);
    Graph *known = nullptr;
    for (Graph &graph : m_graphs) {
        known = graph.shape == shape ? &graph : known;
    }
    if (known == nullptr) {
        enqueue(shape, task);
        if (m_graphs.size() >= kGraphs) {
            m_device.synchronise();
            m_graphs.clear();
        }
        m_graphs.push_back({shape, nullptr});
        return;
    }
    if (known->replay == nullptr) {
        known->replay = std::make_unique<Replay>(m_device, [&] { enqueue(shape, task); });
    }
    known->replay->launch();
}

/// Waits for nothing but the slot's last copy.
void UpdateRunner::sendInput(const MiniBatch &batch, const UpdateScalars &scalars) {
    const std::span<const std::byte> images = imagesOf(batch);
    const Slot &slot = freeSlot(kImagesAt + images.size());
    std::memcpy(slot.memory.data(), &scalars, sizeof(scalars));
    std::memcpy(slot.memory.data() + kImagesAt, images.data(), images.size());
    m_device.check(cudaMemcpyAsync(m_input.data(), slot.memory.data(), kImagesAt + images.size(),
                                   cudaMemcpyHostToDevice, m_device.stream()),
                   "cudaMemcpyAsync of an update's input");
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
    slot.memory.reserve(m_device, bytes);
    return slot;
}

/// Where an array grows, graphs that know its old place must go.
void UpdateRunner::reserveFor(const Shape &shape) {
    const std::size_t perImage = shape.kept > 0 ? sizeof(std::uint32_t) : m_model.visibleUnits();
    const std::size_t input = kImagesAt + shape.images * perImage;
    const bool products = shape.way == SweepWay::Products;
    if (m_input.size() >= input && m_gradient.holds(shape.images, shape.decays) &&
        (!products || m_sweeper.holds(m_model, shape.chains))) {
        return;
    }
    m_device.synchronise();
    m_graphs.clear();
    reserve(m_device, m_input, input);
    m_gradient.reserve(shape.images, shape.decays);
    if (products) {
        m_sweeper.reserve(m_model, shape.chains);
    }
}

/// The data's half of the gradient needs a part of a large card for a short time: it goes beside
/// the chains, which do not need it. Their clusters have to find whole multiprocessors free, so
/// their stream is served first.
void UpdateRunner::enqueue(const Shape &shape, const ImagesTask &images) const {
    m_side.waitFor(m_device);
    positivePhase(shape, images);
    if (shape.startAtData) {
        m_device.waitFor(m_side);
    }
    addBiasAndSigmoid(m_side, m_gradient.dataHidden(), m_model.values().hiddenBias(), shape.images,
                      m_model.hiddenUnits());
    m_gradient.takeData(m_side, shape.images);
    negativePhase(shape);
    m_device.waitFor(m_side);
    m_gradient.addChains(shape.visible, shape.hidden, shape.chains);
    if (shape.centred) {
        m_gradient.centre(scalars());
    }
    if (shape.fast) {
        moveFastParameters();
    }
    if (shape.sparse) {
        m_gradient.addSparsity(scalars());
    }
    if (shape.decays) {
        m_gradient.centreDecay(scalars());
    }
    move();
}

/// v_data.W, and for CD the chains' first hidden states from it.
void UpdateRunner::positivePhase(const Shape &shape, const ImagesTask &images) const {
    if (shape.kept > 0) {
        ImagesTask task = images;
        task.scalars = scalars();
        task.out = m_gradient.data();
        takeImages(m_side, task);
    } else {
        unpackBytes(m_side, m_input.data() + kImagesAt, shape.images * m_model.visibleUnits(),
                    m_gradient.data());
    }
    m_model.hiddenInputs(m_side, m_model.values().weights(), m_gradient.data(), shape.images,
                         m_gradient.dataHidden());
    if (shape.startAtData) {
        DrawTask draw;
        draw.input = m_gradient.dataHidden();
        draw.bias = m_model.values().hiddenBias();
        draw.states = shape.hidden;
        draw.rows = shape.chains;
        draw.units = m_model.hiddenUnits();
        draw.purpose = Purpose::TrainingStart;
        draw.steps.scalars = scalars();
        drawUnits(m_side, draw);
    }
}

void UpdateRunner::negativePhase(const Shape &shape) const {
    if (shape.fast) {
        addFast();
        m_withFast.changed();
    }
    const CudaModel &model = shape.fast ? m_withFast : m_model;
    SweepTask task;
    task.first = visibleLayer(model, shape.visible, Purpose::TrainingVisible);
    task.second = hiddenLayer(model, shape.hidden, Purpose::TrainingHidden);
    task.chains = shape.chains;
    task.count = shape.k;
    task.steps.scalars = scalars();
    task.steps.perUpdate = shape.k;
    m_sweeper.run(model, shape.way, task);
}

/// m_withFast becomes the model's parameters and the fast ones.
void UpdateRunner::addFast() const {
    const DeviceArray<float> &sum = m_withFast.values().all();
    addArrays(m_device, m_model.values().all().data(), m_fast.all().data(), sum.size(), sum.data());
    m_withFast.follow();
}

void UpdateRunner::moveFastParameters() const {
    moveFast(m_device, m_gradient.values().all().data(), m_fast.all().data(), m_fast.all().size(),
             scalars());
}

void UpdateRunner::move() const {
    const DeviceArray<float> &parameters = m_model.values().all();
    moveParameters(m_device, {m_gradient.values().all().data(),
                              m_model.momentumValues().all().data(), parameters.data(),
                              parameters.size(), m_model.values().weightCount(), scalars()});
    m_model.follow();
}

} // namespace rbm::cuda
