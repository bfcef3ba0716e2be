#include "engine/cuda/sweeper.h"

#include "engine/cuda/cluster_kernel.h"
#include "engine/cuda/sweep_kernel.h"

namespace rbm::cuda {

bool Sweeper::holds(const CudaModel &model, std::size_t chains) const {
    return m_visibleInput.size() >= chains * model.visibleUnits() &&
           m_hiddenInput.size() >= chains * model.hiddenUnits();
}

void Sweeper::reserve(const CudaModel &model, std::size_t chains) {
    cuda::reserve(m_device, m_visibleInput, chains * model.visibleUnits());
    cuda::reserve(m_device, m_hiddenInput, chains * model.hiddenUnits());
}

void Sweeper::run(const CudaModel &model, SweepWay way, const SweepTask &task) const {
    switch (way) {
    case SweepWay::Products:
        sweepByProducts(model, task);
        break;
    case SweepWay::Blocks:
        sweepChains(m_device, task);
        break;
    case SweepWay::Clusters:
        sweepClusters(m_device, task, *model.rounded());
        break;
    }
}

void Sweeper::sweepByProducts(const CudaModel &model, const SweepTask &task) const {
    for (std::size_t sweep = 0; sweep < task.count; ++sweep) {
        halfStep(model, task, true, sweep);
        halfStep(model, task, false, sweep);
    }
}

void Sweeper::halfStep(const CudaModel &model, const SweepTask &task, bool first,
                       std::size_t sweep) const {
    const SweepLayer &layer = first ? task.first : task.second;
    const SweepLayer &other = first ? task.second : task.first;
    const bool visible = first == task.visibleFirst;
    float *input = visible ? m_visibleInput.data() : m_hiddenInput.data();
    if (visible) {
        model.visibleInputs(m_device, model.chainWeights(), other.states, task.chains, input);
    } else {
        model.hiddenInputs(m_device, model.chainWeights(), other.states, task.chains, input);
    }
    DrawTask draw;
    draw.input = input;
    draw.bias = layer.bias;
    draw.base = layer.base;
    draw.held = visible ? task.held : nullptr;
    draw.heldByRow = task.heldByRow;
    draw.states = layer.states;
    draw.rows = task.chains;
    draw.units = layer.units;
    draw.beta = task.beta;
    draw.purpose = layer.purpose;
    draw.firstChain = task.firstChain;
    draw.steps = task.steps;
    draw.offset = sweep;
    drawUnits(m_device, draw);
}

} // namespace rbm::cuda
