#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace rbm {

class ElidedLabel;

/// A card of the window: a title with a caption beside it, room for small
/// controls at the right, and a body below.
class Panel : public QFrame {
    Q_OBJECT
public:
    explicit Panel(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &text);
    /// `brief` stands there where there is no room for all of it.
    void setCaption(const QString &text, const QString &brief = {});
    void addToHeader(QWidget *widget);
    QVBoxLayout *body() const { return m_body; }

private:
    QLabel *m_title;
    ElidedLabel *m_caption;
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
};

/// A label whose text ends in an ellipsis where there is no room for it, and never
/// widens the window.
QLabel *makeElidedLabel(const char *role, QWidget *parent);

/// A label with the style sheet's role: "title", "caption", "value", "warning".
QLabel *makeLabel(const QString &text, const char *role, QWidget *parent);

} // namespace rbm
