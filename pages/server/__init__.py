"""What `dashboard.py` serves around Streamlit: files, headers, the page, health and errors."""
